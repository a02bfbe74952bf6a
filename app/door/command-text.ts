import { words } from '../kernel/language.ts'

/** The help of the command line. */
export const commandText = words({
  nl: {
    help: `Zo gebruik je het: npm run -s cli -- OPDRACHT

  backup BESTAND     kopie van alle gegevens in één bestand, ook terwijl de server draait
  restore BESTAND    een kopie terugzetten (stop eerst de server); wat er stond blijft ernaast bewaard
  import-plan BESTAND.docx
                     een begeleidingsplan in Word lezen; drukt af wat erin staat, als JSON, en bewaart niets
  export-plan --school NAAM --year 2026-2027 --format docx|pdf|json --out BESTAND
                     het plan van een schooljaar als bestand
  import-results BESTAND [BRIN]
                     toetsresultaten lezen (CSV, Excel of UWLR); drukt aantallen af, als JSON, en bewaart niets
  import-edexml BESTAND.xml
                     groepen en collega’s uit EDEXML lezen; drukt ze af, als JSON, en bewaart niets
  signal BESTAND.csv het open bestand van de Inspectie langs de signaleringswaarden leggen; drukt CSV af
  board-signals [--year 2024-2025]
                     alle scholen van deze installatie langs de signaleringswaarden leggen; drukt CSV af
  token --school NAAM
                     een sleutel voor de API; drukt alleen die sleutel af (de voorbeeldschool heet demo)
  second-factor-off --email ADRES
                     de tweede stap van iemand weghalen, als de telefoon kwijt is en geen beheerder kan helpen
  setup-code         een nieuwe code om een school in te richten; drukt alleen die code af
  notes-key status|change|forget
                     de sleutel van de werknotities bekijken, vernieuwen, of opgeven wat niet meer opengaat
  help               deze uitleg`,
    unknown: (name: string) => `${name} is geen opdracht. Alle opdrachten: npm run -s cli -- help`,
  },
  en: {
    help: `Use: npm run -s cli -- COMMAND

  backup FILE        copy of all data in one file, also while the server runs
  restore FILE       put a copy back (stop the server first); what was there is kept beside it
  import-plan FILE.docx
                     read a plan in Word; prints what it holds as JSON, and keeps nothing
  export-plan --school NAME --year 2026-2027 --format docx|pdf|json --out FILE
                     the plan of a school year as a file
  import-results FILE [BRIN]
                     read test results (CSV, Excel or UWLR); prints counts as JSON, and keeps nothing
  import-edexml FILE.xml
                     read groups and colleagues from EDEXML; prints them as JSON, and keeps nothing
  signal FILE.csv    lay the Inspectie's open file beside the signal values; prints CSV
  board-signals [--year 2024-2025]
                     lay all schools of this installation beside the signal values; prints CSV
  token --school NAME
                     a token for the API; prints that token alone (the example school is called demo)
  second-factor-off --email ADDRESS
                     take somebody's second step away, when the phone is lost and no administrator can help
  setup-code         a new code to set up a school; prints that code alone
  notes-key status|change|forget
                     look at the key of the working notes, renew it, or give up what no longer opens
  help               this text`,
    unknown: (name: string) => `${name} is not a command. All commands: npm run -s cli -- help`,
  },
})
