import { words } from '../kernel/language.ts'

/** What is decided in a meeting, as the pages of adoption say it. */
export const inRoomText = words({
  nl: {
    vision: 'Hangt aan',
    heldIn: (title: string) => `Hierover besluit het team in de vergadering: ${title}.`,
    wasHeldIn: (title: string) => `Hierover besloot het team in de vergadering: ${title}.`,
    toMeeting: 'Naar de vergadering',
    readTitle: 'Gelezen',
    readSay:
      'Heb je deze versie gelezen? Zeg het hier. Iedereen van het team ziet wie dat deed; er komt geen herinnering.',
    readIt: 'Ik heb deze versie gelezen',
    youRead: 'Je hebt gezegd dat je deze versie las.',
    readBy: (names: string) => `Gelezen door ${names}.`,
    readByNobody: 'Nog niemand zei dit te hebben gelezen.',
    readDone: 'Dank je. Je naam staat erbij.',
    mrTold: (day: string) => `Ter informatie aan de MR: ${day}.`,
    mrTitle: 'De MR',
    mrNot: 'Er is nog niet genoteerd wanneer de MR dit plan kreeg.',
    toMr: 'Noteer de dag',
    toContract: 'Dit spraken we af, op één blad',
  },
  en: {
    vision: 'Hangs on',
    heldIn: (title) => `The team decides on this in the meeting: ${title}.`,
    wasHeldIn: (title) => `The team decided on this in the meeting: ${title}.`,
    toMeeting: 'To the meeting',
    readTitle: 'Read',
    readSay: 'Did you read this version? Say so here. Everybody of the team sees who did; no reminder comes.',
    readIt: 'I have read this version',
    youRead: 'You said that you read this version.',
    readBy: (names) => `Read by ${names}.`,
    readByNobody: 'Nobody said yet to have read this.',
    readDone: 'Thank you. Your name stands with it.',
    mrTold: (day) => `For the information of the participation council: ${day}.`,
    mrTitle: 'The participation council',
    mrNot: 'The day on which the participation council got this plan has not been noted yet.',
    toMr: 'Note the day',
    toContract: 'What we agreed, on one sheet',
  },
})
