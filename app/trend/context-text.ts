import { type Language, words } from '../kernel/language.ts'
import type { ContextReason } from './context.ts'

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const

/** A weighting, a spread or a percentage as the Inspectie writes it: at most two decimals. */
export const decimal = (language: Language, value: number) =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }).format(value)

const refusedNl: Record<ContextReason, string> = {
  'weighting-range': 'Een schoolweging ligt tussen 20 en 40. Vul hem in met een komma, bijvoorbeeld 31,47.',
  'spread-range': 'Een spreidingsgetal ligt tussen 0 en 15. Vul het in met een komma, bijvoorbeeld 5,95.',
  'pupils-range': 'Vul een heel aantal in, van 1 tot en met 5000.',
  'note-long': 'Dit is te lang. Houd het bij één korte regel.',
  'nothing-typed': 'Er staat nog niets om te bewaren. Vul minstens één getal in.',
  'changed-meanwhile':
    'Een collega heeft dit jaar intussen veranderd. Dat zie je hieronder; kijk of het nu klopt en pas het zo nodig aan.',
}

const refusedEn: Record<ContextReason, string> = {
  'weighting-range': 'A school weighting lies between 20 and 40. Write it with decimals, for instance 31.47.',
  'spread-range': 'A spread lies between 0 and 15. Write it with decimals, for instance 5.95.',
  'pupils-range': 'Write a whole number, from 1 to 5000.',
  'note-long': 'This is too long. Keep it to one short line.',
  'nothing-typed': 'There is nothing to save yet. Fill in at least one number.',
  'changed-meanwhile':
    'A colleague changed this year meanwhile. You see it below; see whether it is right now and change it where needed.',
}

/** The words of the school beside its results: weighting, spread, numbers, and what the Inspectie published. */
export const contextText = words({
  nl: {
    title: 'De school naast de cijfers',
    under:
      'Schoolweging, spreiding en aantal leerlingen. Hiermee zie je wat er voor scholen zoals deze geldt. Een schoolweging is geen cijfer voor de school.',
    line: {
      weighting: (value: string, year: string | null) =>
        year ? `Schoolweging ${value} (${year})` : `Schoolweging ${value}`,
      spread: (value: string) => `spreiding ${value}`,
      pupils: (count: number) => `${count} leerlingen op school`,
      publishedOver: (years: string, value: string) => `De Inspectie publiceerde over ${years} ${value}.`,
      sameAsOurs: 'Dat is ook onze som.',
      oursIs: (value: string) => `Onze som is ${value}.`,
      more: 'Waar komt dit vandaan?',
      none: 'De schoolweging staat er nog niet in. Daarom tonen we niet wat er voor scholen zoals deze geldt.',
      add: 'Vul de schoolweging in',
    },
    toTrends: 'Naar de trends',
    years: 'Per schooljaar',
    caption: 'Schoolweging, spreiding en leerlingen',
    column: {
      year: 'Schooljaar',
      weighting: 'Weging',
      spread: 'Spreiding',
      pupils: 'Leerlingen',
    },
    from: 'Waar dit staat',
    none: '–',
    noYears:
      'Er staat nog niets in. De schoolweging vind je op de website van de Inspectie van het Onderwijs.',
    fromInspection: 'Schoolweging uit het open bestand van de Inspectie',
    typedBy: (name: string, day: string) => `Ingevuld door ${name} op ${day}`,
    typedOn: (day: string) => `Ingevuld op ${day}`,
    whyNotYours: (coordinator: string) => `De ${coordinator} of de schoolleider vult dit in.`,
    change: 'Vul in of verander',
    changeYear: (year: string) => `Schooljaar ${year}`,
    otherYear: 'Ander schooljaar',
    mayBeEmpty: 'Wat je niet weet, laat je leeg.',
    weighting: 'Schoolweging',
    weightingHint: 'Van 20 tot en met 40: het gemiddelde van drie jaar, dat de Inspectie gebruikt.',
    spread: 'Spreidingsgetal',
    spreadHint: 'Hoe verschillend jullie leerlingen zijn. Het telt niet mee in de signaleringswaarde.',
    pupils: 'Aantal leerlingen',
    pupilsHint: 'Van de hele school, in dit schooljaar.',
    note: 'Waar staat dit?',
    noteHint: 'Bijvoorbeeld: website van de Inspectie, februari 2026.',
    save: 'Bewaar',
    saved: 'Dit staat erin.',
    look: 'Kijk hier nog even naar',
    refused: refusedNl,
    published: 'Wat de Inspectie over deze school publiceerde',
    publishedUnder:
      'De Inspectie van het Onderwijs publiceert elk jaar een open bestand met de leerresultaten van alle scholen. Kies dat bestand (CSV of Excel). We zoeken er alleen deze school in, op BRIN. Het bestand zelf bewaren we niet.',
    noBrin:
      'De BRIN van de school staat nog niet in Rode Draad. Zonder BRIN kunnen we de school niet vinden.',
    toSettings: 'Vul de BRIN in bij Instellingen',
    noBrinAsk: 'Vraag de coördinator om de BRIN in te vullen bij Instellingen.',
    file: 'Open bestand van de Inspectie',
    fileHint: 'CSV of .xlsx. Is het een .ods? Open het en bewaar het als CSV.',
    read: 'Zoek onze school op',
    notRead: 'Het bestand is niet gelezen.',
    fileNo: {
      'no-file': 'Kies eerst een bestand.',
      'not-that-file':
        'Dit is niet het open bestand van de Inspectie: de kolommen ovt, Schoolweging en drie jaren staan er niet in.',
      damaged: 'Dit bestand is beschadigd, of van een soort die we niet lezen. Bewaar het opnieuw als CSV.',
      'not-found': 'Deze school staat niet in het bestand. Klopt de BRIN bij Instellingen?',
      'is-large': 'Dit bestand is groter dan het open bestand ooit is.',
    },
    foundTitle: 'Dit staat er over jullie school',
    foundUnder: 'Er is nog niets bewaard. Kijk of dit jullie school is.',
    severalTitle: (count: number) => `Er staan ${count} plekken met deze BRIN in`,
    severalUnder: 'Een school met meer plekken staat er meer keren in. Kies die van jullie.',
    take: 'Neem dit over',
    taken: 'De cijfers van de Inspectie staan erin.',
    replaces: (typed: string, year: string) =>
      `Bij ${year} staat nu schoolweging ${typed}. Die wordt vervangen door die van de Inspectie.`,
    again: 'Kies een ander bestand',
    about: (years: string) => `Leerresultaten ${years}`,
    row: {
      weighting: 'Schoolweging',
      pupils: 'Leerlingen, drie jaren samen',
      pct1F: '1F of hoger',
      pctTarget: '1S/2F',
      verdict: (share: string, value: string | null) =>
        value ? `Signaleringswaarde ${share}: ${value}` : `Signaleringswaarde ${share}`,
      yearAlone: (year: string) => `${year} alleen`,
    },
    whatColumn: 'Wat',
    inspection: 'Inspectie',
    ours: 'Onze som',
    verdict: { above: 'boven', below: 'onder' },
    withheld: 'niet gepubliceerd',
    notHere: 'hebben we niet',
    hidden: 'tonen we niet',
    share: (reached: string, pupils: number) => `${reached} (n ${pupils})`,
    same: 'Onze som is dezelfde als die van de Inspectie.',
    differs:
      'Onze som is anders dan die van de Inspectie. Dat kan komen door leerlingen met een ontheffing, door wie op de teldatum stond ingeschreven, of doordat een bestand niet volledig is.',
    source: (ovt: string) =>
      `Bron: open bestand van de Inspectie van het Onderwijs, school ${ovt}. Wat de Inspectie niet publiceert, laten we ook weg.`,
  },
  en: {
    title: 'The school beside the figures',
    under:
      'School weighting, spread and number of pupils. With these you see what holds for schools like this one. A school weighting is not a mark for the school.',
    line: {
      weighting: (value, year) =>
        year ? `School weighting ${value} (${year})` : `School weighting ${value}`,
      spread: (value) => `spread ${value}`,
      pupils: (count) => `${count} pupils at school`,
      publishedOver: (years, value) => `The Inspectorate published ${value} for ${years}.`,
      sameAsOurs: 'Our own calculation gives the same.',
      oursIs: (value) => `Our own calculation gives ${value}.`,
      more: 'Where does this come from?',
      none: 'The school weighting is not known here yet. So we do not show what holds for schools like this one.',
      add: 'Fill in the school weighting',
    },
    toTrends: 'To trends',
    years: 'By school year',
    caption: 'School weighting, spread and pupils',
    column: {
      year: 'School year',
      weighting: 'Weighting',
      spread: 'Spread',
      pupils: 'Pupils',
    },
    from: 'Where this comes from',
    none: '–',
    noYears:
      'There is nothing here yet. You find the school weighting on the website of the Dutch Inspectorate of Education.',
    fromInspection: 'School weighting from the open file of the Inspectorate',
    typedBy: (name, day) => `Filled in by ${name} on ${day}`,
    typedOn: (day) => `Filled in on ${day}`,
    whyNotYours: (coordinator) => `The ${coordinator} or the principal fills this in.`,
    change: 'Fill in or change',
    changeYear: (year) => `School year ${year}`,
    otherYear: 'Another school year',
    mayBeEmpty: 'Leave empty what you do not know.',
    weighting: 'School weighting',
    weightingHint: 'From 20 to 40: the mean of three years, which the Inspectorate uses.',
    spread: 'Spread',
    spreadHint: 'How different your pupils are. It does not count in the signal value.',
    pupils: 'Number of pupils',
    pupilsHint: 'Of the whole school, in this school year.',
    note: 'Where did you find this?',
    noteHint: 'For instance: website of the Inspectorate, February 2026.',
    save: 'Save',
    saved: 'This has been saved.',
    look: 'Please look at this again',
    refused: refusedEn,
    published: 'What the Inspectorate published about this school',
    publishedUnder:
      'Every year the Dutch Inspectorate of Education publishes an open file with the results of all schools. Choose that file (CSV or Excel). We look for this school alone in it, by its BRIN. The file itself is not kept.',
    noBrin: 'The BRIN of the school is not known in Rode Draad yet. Without it we can’t find the school.',
    toSettings: 'Fill in the BRIN in Settings',
    noBrinAsk: 'Ask the coordinator to fill in the BRIN in Settings.',
    file: 'Open file of the Inspectorate',
    fileHint: 'CSV or .xlsx. Is it an .ods? Open it and save it as CSV.',
    read: 'Look up our school',
    notRead: 'The file has not been read.',
    fileNo: {
      'no-file': 'Choose a file first.',
      'not-that-file':
        'This is not the open file of the Inspectorate: the columns ovt, Schoolweging and three years are not in it.',
      damaged: 'This file is damaged, or of a kind that we do not read. Save it again as CSV.',
      'not-found': 'This school is not in the file. Is the BRIN in Settings right?',
      'is-large': 'This file is larger than the open file ever is.',
    },
    foundTitle: 'This is what it says about your school',
    foundUnder: 'Nothing has been saved yet. Check that this is your school.',
    severalTitle: (count) => `The file holds ${count} locations with this BRIN`,
    severalUnder: 'A school with more than one location is in it more than once. Choose yours.',
    take: 'Use these figures',
    taken: 'The figures of the Inspectorate have been saved.',
    replaces: (typed, year) =>
      `For ${year} the school weighting is now ${typed}. It will be replaced by that of the Inspectorate.`,
    again: 'Choose another file',
    about: (years) => `Results ${years}`,
    row: {
      weighting: 'School weighting',
      pupils: 'Pupils, three years together',
      pct1F: '1F or higher',
      pctTarget: '1S/2F',
      verdict: (share, value) => (value ? `Signal value ${share}: ${value}` : `Signal value ${share}`),
      yearAlone: (year) => `${year} alone`,
    },
    whatColumn: 'What',
    inspection: 'Inspectorate',
    ours: 'Our calculation',
    verdict: { above: 'above', below: 'below' },
    withheld: 'not published',
    notHere: 'not here',
    hidden: 'not shown',
    share: (reached, pupils) => `${reached} (n ${pupils})`,
    same: 'Our calculation gives the same as that of the Inspectorate.',
    differs:
      'Our calculation differs from that of the Inspectorate. Pupils with an exemption, who was enrolled on the day of counting, or a file that is not complete may be the reason.',
    source: (ovt) =>
      `Source: open file of the Dutch Inspectorate of Education, school ${ovt}. What the Inspectorate does not publish, we leave out too.`,
  },
})
