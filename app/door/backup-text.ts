import { words } from '../kernel/language.ts'

/** What `backup` and `restore` say on the console. */
export const backupText = words({
  nl: {
    written: (file: string) => `De reservekopie staat in ${file}`,
    restored: (file: string) => `De gegevens van ${file} staan terug.`,
    kept: (file: string) => `Wat er stond, is bewaard als ${file}`,
    backupUsage: 'backup BESTAND     kopie van alle gegevens in één bestand, ook terwijl de server draait',
    restoreUsage: 'restore BESTAND    een kopie terugzetten (stop eerst de server)',
    dump: 'De gegevens staan in PostgreSQL (DATABASE_URL). Maak de kopie daar: PGOPTIONS="-c app.school=*" pg_dump --enable-row-security --format=custom --file=BESTAND "$DATABASE_URL"',
    undump:
      'De gegevens staan in PostgreSQL (DATABASE_URL). Zet de kopie daar terug: pg_restore --clean --dbname="$DATABASE_URL" BESTAND',
    'no-data': 'In de gegevensmap staat nog niets om te kopiëren. Klopt DATA_DIR?',
    'own-file': 'Dat is het bestand met de gegevens zelf. Kies een ander bestand.',
    'no-folder': 'De map van dat bestand bestaat niet. Maak die eerst.',
    'no-file': 'Dat bestand bestaat niet.',
    'not-a-database': 'Dat bestand is geen reservekopie van Rode Draad. Er is niets veranderd.',
    damaged: 'Dat bestand is beschadigd. Er is niets veranderd.',
    'not-ours': 'Dat bestand is een database van een ander programma. Er is niets veranderd.',
    newer: 'Dat bestand is gemaakt met een nieuwere Rode Draad. Er is niets veranderd.',
  },
  en: {
    written: (file: string) => `The backup is in ${file}`,
    restored: (file: string) => `The data of ${file} have been put back.`,
    kept: (file: string) => `What was there has been kept as ${file}`,
    backupUsage: 'backup FILE        copy of all data in one file, also while the server runs',
    restoreUsage: 'restore FILE       put a copy back (stop the server first)',
    dump: 'The data are in PostgreSQL (DATABASE_URL). Make the copy there: PGOPTIONS="-c app.school=*" pg_dump --enable-row-security --format=custom --file=FILE "$DATABASE_URL"',
    undump:
      'The data are in PostgreSQL (DATABASE_URL). Put the copy back there: pg_restore --clean --dbname="$DATABASE_URL" FILE',
    'no-data': 'There is nothing to copy in the data folder yet. Is DATA_DIR right?',
    'own-file': 'That is the file of the data themselves. Choose another file.',
    'no-folder': 'The folder of that file does not exist. Make it first.',
    'no-file': 'That file does not exist.',
    'not-a-database': 'That file is not a backup of Rode Draad. Nothing has been changed.',
    damaged: 'That file is damaged. Nothing has been changed.',
    'not-ours': 'That file is a database of another program. Nothing has been changed.',
    newer: 'That file was made by a newer Rode Draad. Nothing has been changed.',
  },
})
