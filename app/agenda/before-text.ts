import { words } from '../kernel/language.ts'
import type { BeforeNo } from '../meeting/before.ts'

/** The words of one item beforehand: silent input, and a voice of who can't come. */
export const beforeText = words({
  nl: {
    outcome: 'Het besluit',
    back: 'Terug naar de agenda',
    whose: (names: string) => `Van ${names}.`,
    why: 'Waarom:',
    noText: 'De tekst komt op tafel als dit punt aan de beurt is.',
    input: 'Jouw inbreng vooraf',
    inputSay:
      'Schrijf kort op wat je meegeeft. Je collega’s lezen het pas als het punt aan de beurt is, zonder je naam. Wie voorzit of notuleert, ziet van wie het is.',
    inputLabel: 'Wat geef je mee?',
    inputHint: 'Eén of twee zinnen. Noem geen namen van kinderen.',
    inputSend: 'Leg klaar',
    inputMine: 'Dit ligt klaar',
    takeBack: 'Haal weg',
    takeBackAbout: (text: string) => `: ${text}`,
    inputOver: 'Dit punt is al aan de beurt geweest.',
    now: 'Dit punt is nu aan de beurt.',
    join: 'Doe mee',
    voice: 'Kun je er niet bij zijn? Geef vooraf je stem',
    voiceTitle: 'Je stem vooraf',
    voiceSay:
      'Je stem hoort bij de tekst die je nu leest. Je kunt hem veranderen tot het punt aan de beurt is. Kom je toch, dan antwoord je gewoon in de vergadering.',
    voiceNamed: 'Je antwoord komt met je naam in de notulen.',
    voiceGive: 'Geef vooraf mijn stem',
    voiceChange: 'Verander mijn stem',
    voiceGiven: (when: string) => `Je stem ligt klaar sinds ${when}.`,
    voiceMoved:
      'Na je stem is de tekst veranderd. Lees hem nog eens en geef je stem opnieuw: op een andere tekst telt hij niet.',
    voiceBack: 'Haal mijn stem weg',
    afterwards: (days: number) =>
      `Kun je er niet bij zijn? Na de vergadering heb je ${days === 1 ? 'een dag' : `${days} dagen`} om met een bezwaar met reden op dit besluit terug te komen.`,
    unnamed: 'Over dit punt wordt gestemd zonder namen. Dat doe je in de vergadering; vooraf kan het niet.',
    done: {
      said: 'Je inbreng ligt klaar.',
      'taken-back': 'Weggehaald.',
      voice: 'Je stem ligt klaar.',
      'voice-back': 'Je stem is weggehaald.',
    },
    refusal: {
      'not-for-deciding': 'Over dit punt wordt niets besloten. Je kunt wel je inbreng geven.',
      'nothing-to-decide': 'Er staat nu geen tekst om over te besluiten.',
      'no-voice': 'In deze vergadering heb je geen stem. Je kunt wel je inbreng geven.',
      unnamed: 'Stemmen zonder namen kan alleen in de vergadering.',
      'afterwards-instead': 'Wie er niet bij is, kan na de vergadering terugkomen met een bezwaar met reden.',
      'item-begun': 'Dit punt is al aan de beurt geweest. Je stem van daarvoor telt.',
      'meeting-over': 'Deze vergadering is voorbij.',
      'item-gone': 'Dit punt staat niet meer op de agenda.',
      'text-moved-on': 'De tekst veranderde terwijl je las. Lees hem nog eens; je antwoord staat er nog.',
    } satisfies Record<BeforeNo['refused'], string>,
  },
  en: {
    outcome: 'The decision',
    back: 'Back to the agenda',
    whose: (names: string) => `Of ${names}.`,
    why: 'Why:',
    noText: 'The text is on the table when this item has its turn.',
    input: 'Your input beforehand',
    inputSay:
      'Write briefly what you bring along. Your colleagues read it only when the item has its turn, without your name. Who chairs or takes the minutes sees whose it is.',
    inputLabel: 'What do you bring along?',
    inputHint: 'One or two sentences. Name no children.',
    inputSend: 'Lay it ready',
    inputMine: 'This lies ready',
    takeBack: 'Take away',
    takeBackAbout: (text: string) => `: ${text}`,
    inputOver: 'This item has had its turn.',
    now: 'This item has its turn now.',
    join: 'Take part',
    voice: 'Can’t you be there? Give your voice beforehand',
    voiceTitle: 'Your voice beforehand',
    voiceSay:
      'Your voice belongs to the text that you read now. You can change it until the item has its turn. When you come after all, you simply answer in the meeting.',
    voiceNamed: 'Your answer is in the minutes with your name.',
    voiceGive: 'Give my voice beforehand',
    voiceChange: 'Change my voice',
    voiceGiven: (when: string) => `Your voice lies ready since ${when}.`,
    voiceMoved:
      'The text changed after your voice. Read it once more and give your voice anew: on another text it does not count.',
    voiceBack: 'Take my voice away',
    afterwards: (days: number) =>
      `Can’t you be there? After the meeting you have ${days === 1 ? 'a day' : `${days} days`} to come back to this decision with a reasoned objection.`,
    unnamed:
      'On this item votes are given without names. You do that in the meeting; beforehand it is not possible.',
    done: {
      said: 'Your input lies ready.',
      'taken-back': 'Taken away.',
      voice: 'Your voice lies ready.',
      'voice-back': 'Your voice was taken away.',
    },
    refusal: {
      'not-for-deciding': 'Nothing is decided on this item. You can give your input, though.',
      'nothing-to-decide': 'There is no text to decide on now.',
      'no-voice': 'You have no voice in this meeting. You can give your input, though.',
      unnamed: 'Voting without names is possible in the meeting only.',
      'afterwards-instead': 'Who is not there can come back after the meeting with a reasoned objection.',
      'item-begun': 'This item has had its turn. Your voice of before counts.',
      'meeting-over': 'This meeting is over.',
      'item-gone': 'This item is not on the agenda any more.',
      'text-moved-on':
        'The text changed while you were reading. Read it once more; your answer is still there.',
    },
  },
})
