import { words } from '../kernel/language.ts'

/** The words of the page with letters that did not arrive. */
export const mailTroubleText = words({
  nl: {
    title: 'Post die niet aankwam',
    under: 'Wij proberen het eerst zelf, ruim een dag lang. Wat hier staat, laten we aan jou.',
    none: 'Alle post is aangekomen.',
    kinds: {
      'sign-in': 'Een inlogcode',
      invitation: 'Een uitnodiging',
      'link-used': 'Bericht over een gebruikte inloglink',
      'second-factor-reset': 'Bericht over een weggehaalde tweede stap',
      'meeting-invitation': 'Een uitnodiging voor een vergadering',
      'meeting-change': 'Een wijziging van een vergadering',
      'meeting-cancelled': 'Bericht dat een vergadering niet doorgaat',
    },
    other: 'Een bericht',
    line: (kind: string, to: string, day: string) => `${kind} aan ${to}, ${day}`,
    went: {
      later: 'De mailserver was er niet of nam de post niet aan.',
      refused: 'De mailserver weigert dit adres of dit bericht.',
      unsure:
        'De verbinding brak op het laatste moment. Het bericht is misschien aangekomen. Daarom sturen wij het niet vanzelf nog eens.',
    },
    said: (why: string) => `De mailserver zei: ${why}`,
    again: 'Stuur opnieuw',
    drop: 'Laat los',
    over: 'Opnieuw sturen helpt niet meer.',
  },
  en: {
    title: 'Post that did not arrive',
    under: 'We first try by ourselves, for more than a day. What stands here is up to you.',
    none: 'All post has arrived.',
    kinds: {
      'sign-in': 'A sign-in code',
      invitation: 'An invitation',
      'link-used': 'Word of a sign-in link that was used',
      'second-factor-reset': 'Word of a second step that was taken away',
      'meeting-invitation': 'An invitation to a meeting',
      'meeting-change': 'A change of a meeting',
      'meeting-cancelled': 'Word that a meeting is cancelled',
    },
    other: 'A message',
    line: (kind, to, day) => `${kind} to ${to}, ${day}`,
    went: {
      later: 'The mail server was away or did not take the post.',
      refused: 'The mail server refuses this address or this message.',
      unsure:
        'The line broke at the last moment. The message may have arrived, so we do not send it again by ourselves.',
    },
    said: (why) => `The mail server said: ${why}`,
    again: 'Send again',
    drop: 'Let go',
    over: 'Sending it again no longer helps.',
  },
})
