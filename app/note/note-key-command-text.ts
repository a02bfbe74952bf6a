import { words } from '../kernel/language.ts'

/** What `notes-key` says on the console. */
export const noteKeyCommandText = words({
  nl: {
    usage:
      'notes-key status | change | forget    de sleutel van de werknotities bekijken, vernieuwen, of opgeven wat niet meer opengaat',
    none: (file: string) => `Er is nog geen sleutel. Bij de eerste notitie komt die in ${file}`,
    missing: (file: string) =>
      `De sleutel is er niet: ${file} ontbreekt, en er zijn notities mee geschreven. Zet het bestand terug uit je eigen kopie. Tot dan gaan de notities niet open.`,
    wrong: (file: string) =>
      `In ${file} staat niet de sleutel waarmee de notities zijn geschreven. Zet het goede bestand terug. Er is niets veranderd.`,
    file: (file: string) => `Sleutelbestand: ${file}`,
    key: (id: string, notes: number, isCurrent: boolean) =>
      `sleutel ${id}: ${notes} ${notes === 1 ? 'notitie' : 'notities'}${isCurrent ? ', in gebruik' : ''}`,
    gone: (id: string, notes: number) =>
      `sleutel ${id}: ${notes} ${notes === 1 ? 'notitie' : 'notities'}, niet in het bestand, gaat niet open`,
    beside:
      'Het sleutelbestand ligt in de map met de gegevens. Kopieer je die hele map, dan gaan database en sleutel samen mee. Zet NOTES_KEY_FILE op een andere plek, of kopieer alleen met `backup`.',
    open: 'Anderen op deze computer kunnen het sleutelbestand lezen. Maak het alleen voor de server leesbaar (chmod 600).',
    changed: (notes: number) =>
      `Er is een nieuwe sleutel. Opnieuw versleuteld: ${notes}. De oude blijft in het bestand: oude reservekopieën hebben hem nodig. Bewaar een kopie van het bestand, apart van de reservekopieën.`,
    forgetAsks: (notes: number) =>
      `Er is nog niets veranderd. Notities waarvan de sleutel er niet is: ${notes}. Weet je zeker dat die voorgoed weg mogen? Dan: notes-key forget --sure`,
    forgotten: (notes: number) =>
      `Weggegooid: ${notes}. Bij de volgende notitie komt er zo nodig een nieuwe sleutel.`,
    stuck: (notes: number) => `Niet te openen en zo gelaten: ${notes}.`,
  },
  en: {
    usage:
      'notes-key status | change | forget    look at the key of the working notes, renew it, or give up what no longer opens',
    none: (file) => `There is no key yet. With the first note it comes in ${file}`,
    missing: (file) =>
      `The key is not there: ${file} is missing, and notes were written with it. Put the file back from your own copy. Until then the notes do not open.`,
    wrong: (file) =>
      `${file} does not hold the key that the notes were written with. Put the right file back. Nothing has been changed.`,
    file: (file) => `Key file: ${file}`,
    key: (id, notes, isCurrent) =>
      `key ${id}: ${notes} ${notes === 1 ? 'note' : 'notes'}${isCurrent ? ', in use' : ''}`,
    gone: (id, notes) =>
      `key ${id}: ${notes} ${notes === 1 ? 'note' : 'notes'}, not in the file, does not open`,
    beside:
      'The key file lies in the folder of the data. Who copies that whole folder copies database and key together. Set NOTES_KEY_FILE to another place, or copy with `backup` alone.',
    open: 'Others on this computer can read the key file. Make it readable for the server alone (chmod 600).',
    changed: (notes) =>
      `There is a new key. Encrypted anew: ${notes}. The old one stays in the file: older backups need it. Keep a copy of the file, apart from the backups.`,
    forgetAsks: (notes) =>
      `Nothing has been changed yet. Notes whose key is not here: ${notes}. Are you sure that they may go for good? Then: notes-key forget --sure`,
    forgotten: (notes) => `Thrown away: ${notes}. With the next note there will be a new key where needed.`,
    stuck: (notes) => `Not to be opened and left as they are: ${notes}.`,
  },
})
