import { words } from '../kernel/language.ts'

/** The words of a page that follows the meeting by itself. */
export const liveText = words({
  nl: {
    lost: 'Geen verbinding. We proberen het opnieuw.',
    news: 'De vergadering gaat verder. Wat je typte, staat er nog.',
    show: 'Laat zien hoe het nu staat',
    typed: 'De vergadering ging verder. Dit had je getypt:',
    fine: 'Goed, dit mag weg',
    reload: 'Deze bladzijde ververst niet vanzelf.',
    again: 'Ververs de bladzijde',
  },
  en: {
    lost: 'No connection. We are trying again.',
    news: 'The meeting goes on. What you typed is still here.',
    show: 'Show how things stand now',
    typed: 'The meeting went on. This is what you had typed:',
    fine: 'Fine, this may go',
    reload: 'This page does not refresh by itself.',
    again: 'Refresh the page',
  },
})
