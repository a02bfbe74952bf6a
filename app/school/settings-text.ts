import { words } from '../kernel/language.ts'

/** The school's settings. */
export const settingsText = words({
  nl: {
    title: 'Instellingen van de school',
    under: 'Hoe de school heet, hoe jullie elkaar noemen, en welke kaders er zijn.',
    saved: 'Bewaard.',
    save: 'Bewaar',
    schoolTitle: 'De school',
    framesTitle: 'Ruimte voor begeleiding',
    framesWhat: (coordinator: string) =>
      `Hier ziet het plan of alles past. De schoolleider en de ${coordinator} vullen dit samen in.`,
    hours: 'Uren begeleiding per week',
    hoursHint: 'Van alle begeleiders samen.',
    pupils: 'Leerlingen',
    norm: (hours: string, pupils: string) =>
      `De norm van de LBBO is ten minste 25 uur per week op 200 leerlingen. Voor ${pupils} leerlingen is dat ${hours} uur per week.`,
    normGeneral: 'De norm van de LBBO is ten minste 25 uur per week op 200 leerlingen.',
    underNorm: (hours: string) =>
      `Jullie hebben ${hours} uur. Dat verschil is een vraag voor schoolleider en bestuur, niet voor wie begeleidt alleen.`,
    retentionTitle: 'Bewaren',
    retention: 'Bewaartermijn in jaren',
    retentionWhat:
      'Zo lang blijven de trajectteksten van een collega staan die niet meer op school is. Daarna mogen ze weg. De naam blijft in oude plannen.',
    safeTitle: 'Als iemand niet veilig is',
    safeWhat:
      'Wie de aandachtsfunctionaris en de vertrouwenspersonen zijn. Die namen staan bij ‘Het is nu te zwaar’.',
    safeLink: 'Vul de namen in',
    tokensTitle: 'Programma’s',
    tokensWhat:
      'Met een sleutel leest een ander programma het plan, of zet het er voorstellen in. Tekst die een leraar nog niet goedvond, komt er nooit uit.',
    noTokens: 'Er zijn geen sleutels.',
    tokenName: 'Waar is de sleutel voor?',
    tokenNameHint: 'Zoals ‘Schoolwebsite’.',
    tokenMake: 'Maak een sleutel',
    tokenNoName: 'Schrijf op waar de sleutel voor is. Dan weet je later welke weg kan.',
    tokenReady: 'Je sleutel staat klaar',
    tokenOnce: 'Kopieer hem nu. We bewaren hem niet, dus later kunnen we hem niet meer laten zien.',
    tokenMade: (day: string, by: string) =>
      by === '' ? `gemaakt op ${day}` : `gemaakt op ${day} door ${by}`,
    tokenUsed: (day: string) => `gebruikt op ${day}`,
    tokenUnused: 'nog niet gebruikt',
    tokenEnd: 'Trek in',
    tokenEnded: 'De sleutel werkt niet meer.',
    mailTitle: 'Mail',
    mailOn: 'Deze server verstuurt mail.',
    mailOff:
      'Deze server verstuurt geen mail. Berichten verschijnen in het venster waar de server draait. Een beheerder kan een collega op de bladzijde van die collega een link laten zien.',
    mailWaiting: (count: number) =>
      count === 1 ? 'Er wacht één bericht.' : `Er wachten ${count} berichten.`,
    mailFailed: 'Deze berichten kwamen niet aan. Kijk of het adres klopt:',
    mailMend: 'Stuur opnieuw of laat los',
    demoTitle: 'Voorbeeldschool',
    demoWhat: 'Zet alles terug zoals het was. Wat je hier schreef, is dan weg.',
    demoReset: 'Begin opnieuw',
    more: 'Team, groepen en visie',
    back: 'Terug naar de instellingen',
  },
  en: {
    title: 'Settings of the school',
    under: 'What the school is called, what you call one another, and which frames there are.',
    saved: 'Saved.',
    save: 'Save',
    schoolTitle: 'The school',
    framesTitle: 'Room for support',
    framesWhat: (coordinator) =>
      `With this the plan shows whether everything fits. The principal and the ${coordinator} fill it in together.`,
    hours: 'Hours of support a week',
    hoursHint: 'Of all coordinators together.',
    pupils: 'Pupils',
    norm: (hours, pupils) =>
      `The norm of the LBBO is at least 25 hours a week for 200 pupils. For ${pupils} pupils that is ${hours} hours a week.`,
    normGeneral: 'The norm of the LBBO is at least 25 hours a week for 200 pupils.',
    underNorm: (hours) =>
      `You have ${hours} hours. That difference is a question for principal and board, not for the coordinator alone.`,
    retentionTitle: 'Keeping',
    retention: 'Term in years',
    retentionWhat:
      'For so long the track texts stay of a colleague who has left. After that they may go. The name stays in old plans.',
    safeTitle: 'When somebody is not safe',
    safeWhat:
      'Who the child protection officer and the confidential advisers are. Those names stand with “It is too much now”.',
    safeLink: 'Fill in the names',
    tokensTitle: 'Programs',
    tokensWhat:
      'With a key another program reads the plan, or puts proposals in it. Text that a teacher has not accepted never comes out.',
    noTokens: 'There are no keys.',
    tokenName: 'What is the key for?',
    tokenNameHint: 'Like “School website”.',
    tokenMake: 'Make a key',
    tokenNoName: 'Write what the key is for. Then you know later which one can go.',
    tokenReady: 'Your key is ready',
    tokenOnce: 'Copy it now. We do not keep it, so we cannot show it again later.',
    tokenMade: (day, by) => (by === '' ? `made on ${day}` : `made on ${day} by ${by}`),
    tokenUsed: (day) => `used on ${day}`,
    tokenUnused: 'not used yet',
    tokenEnd: 'Revoke',
    tokenEnded: 'The key does not work any more.',
    mailTitle: 'Mail',
    mailOn: 'This server sends mail.',
    mailOff:
      'This server sends no mail. Messages appear in the window where the server runs. An administrator can show a colleague a link on that colleague’s page.',
    mailWaiting: (count) => (count === 1 ? 'One message is waiting.' : `${count} messages are waiting.`),
    mailFailed: 'These messages did not arrive. See whether the address is right:',
    mailMend: 'Send again or let go',
    demoTitle: 'Example school',
    demoWhat: 'Put everything back as it was. What you wrote here is gone then.',
    demoReset: 'Begin again',
    more: 'Team, groups and vision',
    back: 'Back to the settings',
  },
})
