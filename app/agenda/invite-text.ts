import { words } from '../kernel/language.ts'

/** The letters of a meeting: invitation, change, cancelling. */
export const inviteText = words({
  nl: {
    subject: (title: string, day: string) => `Uitnodiging: ${title}, ${day}`,
    subjectChanged: (title: string, day: string) => `Gewijzigd: ${title}, ${day}`,
    subjectCancelled: (title: string, day: string) => `Gaat niet door: ${title}, ${day}`,
    hello: (name: string) => `Dag ${name},`,
    comes: (chair: string) => `${chair} nodigt je uit voor een vergadering.`,
    changed: 'Er is iets veranderd aan de vergadering. Zo is het nu:',
    cancelled: (why: string) => `Deze vergadering gaat niet door. De reden: ${why}`,
    when: (day: string, from: string, to: string) => `Wanneer: ${day}, van ${from} tot ${to} uur`,
    where: (place: string) => `Waar: ${place}`,
    agenda: 'Op de agenda:',
    agendaLater: 'De agenda volgt. Je vindt hem op de pagina van de vergadering.',
    line: (title: string, minutes: number, purpose: string) => `- ${title} (${minutes} min, ${purpose})`,
    read: (url: string) => `Lees alvast mee en geef je inbreng: ${url}`,
    cantCome: 'Kun je er niet bij zijn? Laat het daar weten.',
    calendar: 'In de bijlage zit de afspraak voor je agenda.',
    calendarCancel: 'De afspraak in je agenda vervalt.',
    description: (url: string) => `Agenda en inbreng: ${url}`,
    fileName: 'vergadering',
    invite: 'Stuur de uitnodiging',
    inviteNew: (count: number) =>
      count === 1
        ? 'Stuur hem ook aan wie hem nog niet kreeg (1)'
        : `Stuur hem ook aan wie hem nog niet kreeg (${count})`,
    title: 'Uitnodiging',
    notSent: 'De uitnodiging is nog niet verstuurd.',
    sentOn: (when: string) =>
      `Verstuurd op ${when}. Verandert de dag, de tijd, de plaats of de naam, dan krijgt iedereen vanzelf bericht.`,
    noPost: {
      demo: 'Vanuit de voorbeeldschool gaat geen post weg.',
      'no-mail':
        'Deze server verstuurt geen mail. Geef het adres van deze pagina zelf door; iedereen kan de vergadering hier in de eigen agenda zetten.',
    },
    download: 'Zet in mijn agenda',
  },
  en: {
    subject: (title: string, day: string) => `Invitation: ${title}, ${day}`,
    subjectChanged: (title: string, day: string) => `Changed: ${title}, ${day}`,
    subjectCancelled: (title: string, day: string) => `Cancelled: ${title}, ${day}`,
    hello: (name: string) => `Hello ${name},`,
    comes: (chair: string) => `${chair} invites you to a meeting.`,
    changed: 'Something changed about the meeting. This is how it is now:',
    cancelled: (why: string) => `This meeting is cancelled. The reason: ${why}`,
    when: (day: string, from: string, to: string) => `When: ${day}, from ${from} to ${to}`,
    where: (place: string) => `Where: ${place}`,
    agenda: 'On the agenda:',
    agendaLater: 'The agenda follows. You find it on the page of the meeting.',
    line: (title: string, minutes: number, purpose: string) => `- ${title} (${minutes} min, ${purpose})`,
    read: (url: string) => `Read it beforehand and give your input: ${url}`,
    cantCome: 'Can’t you be there? Let it be known on that page.',
    calendar: 'The appointment for your calendar is attached.',
    calendarCancel: 'The appointment in your calendar goes away.',
    description: (url: string) => `Agenda and input: ${url}`,
    fileName: 'meeting',
    invite: 'Send the invitation',
    inviteNew: (count: number) =>
      count === 1 ? 'Send it to who has not had it yet (1)' : `Send it to who has not had it yet (${count})`,
    title: 'Invitation',
    notSent: 'The invitation has not been sent yet.',
    sentOn: (when: string) =>
      `Sent on ${when}. When day, time, place or name change, everybody is told by itself.`,
    noPost: {
      demo: 'No mail leaves the example school.',
      'no-mail':
        'This server sends no mail. Pass on the address of this page yourself; everybody can put the meeting in their own calendar here.',
    },
    download: 'Put it in my calendar',
  },
})
