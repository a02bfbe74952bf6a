import { words } from '../kernel/language.ts'
import type { LookRefusal } from './look-back.ts'
import type { ThemeRefusal } from './theme.ts'

/** What could not be written down while the team looks back, and what to do now. */
export const lookBackRefusalText = words({
  nl: {
    'not-running': 'De vergadering is niet open. Open haar op het digibord, dan kan dit.',
    'item-gone': 'Dit punt staat niet meer op de agenda. Laad de bladzijde opnieuw.',
    'no-plan': 'Bij deze vergadering hoort geen plan. Kies er een bij het voorbereiden.',
    'next-missing': 'Kies eerst: doorgaan, bijstellen of stoppen.',
    'words-missing': 'Schrijf in een paar woorden wat jullie bijstellen.',
    'words-too-long': 'Deze tekst is te lang. Kort hem in.',
    'round-is-open': 'Er loopt een ronde over dit voorstel. Sluit die eerst.',
    'decided-by-round': 'Dit is in een ronde besloten. Wil je het anders? Zet het opnieuw op de agenda.',
    'objection-stands': 'Er ligt een bezwaar. Pas het voorstel aan en houd een nieuwe ronde.',
    'nothing-proposed-yet': 'Er ligt nog geen voorstel. Kies eerst hoe het verder gaat.',
    'not-decided-here': 'Over dit punt valt hier niets vast te leggen.',
    'not-current': 'Jullie zijn nu bij een ander punt. Ga eerst naar dit punt, dan kun je het vragen.',
    'principle-gone': 'Dit principe staat niet meer in het plan. Laad de bladzijde opnieuw.',
    'not-here':
      'Deze collega is er nu niet bij. Zet de aanwezigheid goed, of laat de collega het zelf afspreken.',
    'theme-missing': 'Geef het thema een naam.',
    'theme-too-long': 'Deze tekst is te lang. Kort hem in.',
    'enough-themes': 'Er zijn genoeg thema’s. Voeg er een paar samen.',
    'theme-gone': 'Dit thema is er niet meer. Laad de bladzijde opnieuw.',
    'note-gone': 'Deze inbreng is er niet meer. Laad de bladzijde opnieuw.',
    'no-themes-here': 'Bij dit punt horen geen thema’s.',
  } satisfies Record<LookRefusal | ThemeRefusal, string>,
  en: {
    'not-running': 'The meeting is not open. Open it on the board, then this can be done.',
    'item-gone': 'This item is no longer on the agenda. Load the page again.',
    'no-plan': 'This meeting has no plan. Choose one when you prepare it.',
    'next-missing': 'Choose first: go on, adjust or stop.',
    'words-missing': 'Write in a few words what you adjust.',
    'words-too-long': 'This text is too long. Shorten it.',
    'round-is-open': 'A round on this proposal is open. Close it first.',
    'decided-by-round': 'This was decided in a round. Want it otherwise? Put it on the agenda again.',
    'objection-stands': 'There is an objection. Change the proposal and hold another round.',
    'nothing-proposed-yet': 'Nothing has been proposed yet. Choose first how to go on.',
    'not-decided-here': 'There is nothing to write down at this item.',
    'not-current': 'You are at another item now. Go to this item first, then you can ask.',
    'principle-gone': 'This principle is no longer in the plan. Load the page again.',
    'not-here':
      'This colleague is not here now. Put the attendance right, or let the colleague promise it later.',
    'theme-missing': 'Give the theme a name.',
    'theme-too-long': 'This text is too long. Shorten it.',
    'enough-themes': 'There are enough themes. Join some of them.',
    'theme-gone': 'This theme is not there any more. Load the page again.',
    'note-gone': 'This note is not there any more. Load the page again.',
    'no-themes-here': 'This item has no themes.',
  },
})
