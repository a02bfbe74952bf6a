import { words } from '../kernel/language.ts'

/** What is decided in a meeting, as the pages of adoption say it. */
export const inRoomText = words({
  nl: {
    vision: 'Hangt aan',
    heldIn: (title: string) => `Hierover besluit het team in de vergadering: ${title}.`,
    wasHeldIn: (title: string) => `Hierover besloot het team in de vergadering: ${title}.`,
    toMeeting: 'Naar de vergadering',
  },
  en: {
    vision: 'Hangs on',
    heldIn: (title) => `The team decides on this in the meeting: ${title}.`,
    wasHeldIn: (title) => `The team decided on this in the meeting: ${title}.`,
    toMeeting: 'To the meeting',
  },
})
