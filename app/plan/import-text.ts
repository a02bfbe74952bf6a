import type { Doubt } from '../form/word-in.ts'
import { type Terms, words } from '../kernel/language.ts'

const doubtNl: Record<Doubt['because'], string> = {
  'misspelled-label': 'Het label was anders geschreven dan we kennen. Klopt dit veld?',
  'joined-label': 'Eén label, twee velden: de beginsituatie en het doel.',
  'moment-as-evaluation': 'In Word stond hier alleen wanneer. We lazen het als evaluatie.',
  'several-labels': 'Dit kwam uit meer dan één stuk tekst.',
  'no-name': 'Bij dit traject zagen we geen naam.',
}
const doubtEn: Record<Doubt['because'], string> = {
  'misspelled-label': 'The label was written in a way that we don’t know. Is this the right field?',
  'joined-label': 'One label, two fields: the start situation and the goal.',
  'moment-as-evaluation': 'Word only said when. We read it as the evaluation.',
  'several-labels': 'This came from more than one piece of text.',
  'no-name': 'We saw no name with this track.',
}

/** The words of the pages on which last year's Word plan comes in. */
export const importText = words({
  nl: {
    chooseTitle: 'Neem het plan van vorig jaar mee',
    chooseUnder:
      'Kies het Word-bestand. Je ziet daarna stuk voor stuk wat we herkenden. Er gaat niets verloren.',
    file: 'Word-bestand (.docx)',
    fileHint: 'Tot 20 MB. Het bestand zelf bewaren we niet, alleen de tekst.',
    read: 'Lees het plan in',
    noFile: 'Kies eerst een bestand. Het eindigt op .docx.',
    unreadable: 'Het bestand kwam niet goed aan. Kies het nog eens.',
    openTitle: 'Al ingelezen, nog niet meegenomen',
    openNote: 'Wat je na dertig dagen niet hebt meegenomen, gooien we weg.',
    openLine: (file: string, day: string) => `${file}, ingelezen op ${day}`,
    goOn: 'Kijk verder na',

    titleAll: 'Alles vond een plek',
    titleMost: 'Bijna alles vond een plek',
    titlePart: 'Een deel vond een plek',
    from: 'Uit',
    counted: (placed: number, all: number) =>
      `herkenden we ${placed} van de ${all} stukken tekst. Kijk mee of het klopt. Er gaat niets verloren.`,
    stepsLabel: 'Waar ben je?',
    stepFile: 'Bestand gekozen',
    stepCheck: 'Nakijken',
    stepHere: 'jij bent hier',
    stepDraft: 'Concept',
    stepDraftNote: 'voor jullie school',
    left: 'Dit stond in Word',
    right: 'Zo komt het in het plan',
    explain: 'Grijs is wat er in Word stond. Eronder zie je hoe het in het plan komt.',
    principles: 'Uitgangspunten en principes',
    principle: 'Principe',
    tooMany: (count: number) =>
      `Dit zijn er ${count}. Er is plaats voor vijf. Welke laten jullie los? Dat kan ook later, met het team.`,
    general: 'Algemene doelen',
    team: 'Schoolteam',
    tracks: (terms: Terms) => `${capital(terms.teachers)} en leerteams`,
    none: 'Hiervan zagen we niets in het bestand.',
    goal: (number: number) => `Doel ${number}`,
    trackOf: 'Traject van',
    teamOf: 'Leerteam',
    track: (number: number) => `Traject ${number}`,
    teamNamed: (name: string) => (/^leerteam|^werkgroep|team$/i.test(name) ? name : `Leerteam ${name}`),
    newGoal: 'Nieuw doel',
    sureGoals: (numbers: string) => `Doel ${numbers}: alle velden herkend`,
    sureTracks: (count: number) =>
      count === 1 ? 'Eén traject: alle velden herkend' : `${count} trajecten: alle velden herkend`,
    sureFields: (count: number) => (count === 1 ? 'Nog één veld, herkend' : `Nog ${count} velden, herkend`),
    and: 'en',
    doubt: doubtNl,
    byHand: 'Dit heb jij hier neergezet.',
    cutLabel: 'Waar begint het doel?',
    cutNone: 'Nergens: alles is beginsituatie',
    cutAll: 'Meteen: alles is het doel',
    cutHere: (sentence: string) => `Bij: ${sentence}`,
    cut: 'Knip hier',
    loosen: 'Haal los',
    back: 'Zet terug',
    looseTitle: (count: number) =>
      count === 1 ? 'Eén stuk zoekt nog een plek' : `${count} stukken zoeken nog een plek`,
    looseNone: 'Elk stuk tekst heeft een plek.',
    looseNote: 'Je hoeft niets te kiezen. Wat hier blijft staan, bewaren we bij het plan.',
    margins: (count: number) =>
      count === 1
        ? 'Eén regel uit de inhoudsopgave of de kantlijn'
        : `${count} regels uit de inhoudsopgave of de kantlijn`,
    underHead: (head: string) => `onder ‘${head}’`,
    onTop: 'boven aan het bestand',
    box: 'uit een tekstvak',
    wasAt: (place: string) => `stond bij ${place}`,
    placeLabel: 'Zet dit bij',
    placeNone: 'Kies een plek',
    place: 'Zet erbij',
    placedAt: 'Staat nu bij',
    loosenAgain: 'Haal weer los',
    places: {
      'new-principle': 'Een nieuw principe',
      'new-general-goal': 'Een nieuw algemeen doel',
      'new-team-goal': 'Een nieuw doel van het schoolteam',
    },
    principleNumber: (number: number) => `principe ${number}`,
    atField: (entry: string, field: string) => `${entry}, ${field}`,
    linesTitle: 'Waar hangen de doelen aan?',
    linesNote: 'Kies je nu een visielijn, dan hoeft het straks niet meer. Later kan ook.',
    lineOf: (goal: string) => `Waar hangt dit aan: ${goal}`,
    lineNone: 'Nog nergens aan',
    namesTitle: 'Wie is wie?',
    namesNote: 'Zo hangt de tekst straks aan mensen. Wie er niet meer werkt, blijft als tekst staan.',
    who: (name: string) => `Wie is ${name}?`,
    whoDuo: (name: string) => `Wie is de tweede van ${name}?`,
    duoNone: 'Geen tweede',
    asText: 'Laat als tekst staan',
    noName: 'Traject zonder naam',
    noTitle: 'Nog zonder titel',
    isIt: (name: string) => `We denken aan ${name}. Klopt dat?`,
    nobody: 'Geen collega van nu heet zo.',
    noTeam: 'Geen leerteam van nu heet zo.',
    year: 'Voor welk schooljaar?',
    yearTaken: (year: string, other: string) => `Voor ${year} is er al een plan. Dit wordt dan ${other}.`,
    yearTakenShort: 'er is al een plan',
    yearSays: (title: string) => `In Word stond: ${title}.`,
    stays: (year: string) => `Dit wordt het concept voor ${year}. Aan een ander plan verandert niets.`,
    take: 'Neem mee als concept',
    away: 'Gooi weg',
    other: 'Kies een ander bestand',
    privacy: (terms: Terms) =>
      `De tekst van een ${terms.teacher} ligt daarna bij die ${terms.teacher} klaar. Het team ziet hem pas als die ja zegt. Het Word-bestand zelf bewaren we niet.`,
    twice: (name: string) =>
      `${name} staat bij twee trajecten. Kies bij één ervan iemand anders, of laat het als tekst staan.`,
    gone: 'Weggegooid. Van het bestand is niets bewaard.',
    why: (file: string) => `Ingelezen uit het Word-bestand ${file}.`,
    note: 'Dit stond vorig jaar in Word bij jouw traject.',

    takenGoals: (count: number) => (count === 1 ? 'één doel' : `${count} doelen`),
    takenPrinciples: (count: number) => (count === 1 ? 'één principe' : `${count} principes`),
    takenTracks: (count: number) => (count === 1 ? 'één traject' : `${count} trajecten`),
    taken: (what: string) => `Uit Word kwamen mee: ${what}.`,
    takenWaits: (count: number) =>
      count === 0
        ? ''
        : count === 1
          ? ' Bij één collega ligt de tekst klaar om ja op te zeggen.'
          : ` Bij ${count} collega’s ligt de tekst klaar om ja op te zeggen.`,

    keptTitle: 'Wat in Word stond en nergens een plek kreeg',
    keptUnder: (file: string, day: string) =>
      `Uit ${file}, meegenomen op ${day}. Alleen wie het plan coördineert leest dit.`,
    keptNone: 'Alles uit het Word-bestand staat in het plan.',
    keptAway: 'Gooi deze stukken weg',
    toPlan: 'Naar het plan',
  },
  en: {
    chooseTitle: 'Take last year’s plan along',
    chooseUnder: 'Choose the Word file. You then see piece by piece what we recognised. Nothing gets lost.',
    file: 'Word file (.docx)',
    fileHint: 'Up to 20 MB. We don’t keep the file itself, only the text.',
    read: 'Read the plan in',
    noFile: 'First choose a file. It ends in .docx.',
    unreadable: 'The file did not arrive well. Choose it once more.',
    openTitle: 'Read in, not taken along yet',
    openNote: 'What you have not taken along after thirty days, we throw away.',
    openLine: (file, day) => `${file}, read in on ${day}`,
    goOn: 'Go on looking',

    titleAll: 'Everything found a place',
    titleMost: 'Almost everything found a place',
    titlePart: 'Part of it found a place',
    from: 'From',
    counted: (placed, all) =>
      `we recognised ${placed} of the ${all} pieces of text. Look along whether it is right. Nothing gets lost.`,
    stepsLabel: 'Where are you?',
    stepFile: 'File chosen',
    stepCheck: 'Looking through',
    stepHere: 'you are here',
    stepDraft: 'Draft',
    stepDraftNote: 'for your school',
    left: 'This stood in Word',
    right: 'This is how it comes in the plan',
    explain: 'Grey is what stood in Word. Below it you see how it comes in the plan.',
    principles: 'Principles',
    principle: 'Principle',
    tooMany: (count) =>
      `There are ${count}. There is room for five. Which ones do you let go? That can also be done later, with the team.`,
    general: 'General goals',
    team: 'School team',
    tracks: (terms) => `${capital(terms.teachers)} and learning teams`,
    none: 'We saw none of these in the file.',
    goal: (number) => `Goal ${number}`,
    trackOf: 'Track of',
    teamOf: 'Learning team',
    track: (number) => `Track ${number}`,
    teamNamed: (name) => (/^leerteam|^werkgroep|team$/i.test(name) ? name : `Learning team ${name}`),
    newGoal: 'New goal',
    sureGoals: (numbers) => `Goal ${numbers}: all fields recognised`,
    sureTracks: (count) =>
      count === 1 ? 'One track: all fields recognised' : `${count} tracks: all fields recognised`,
    sureFields: (count) => (count === 1 ? 'One more field, recognised' : `${count} more fields, recognised`),
    and: 'and',
    doubt: doubtEn,
    byHand: 'You put this here.',
    cutLabel: 'Where does the goal begin?',
    cutNone: 'Nowhere: all of it is start situation',
    cutAll: 'At once: all of it is the goal',
    cutHere: (sentence) => `At: ${sentence}`,
    cut: 'Cut here',
    loosen: 'Take loose',
    back: 'Put back',
    looseTitle: (count) =>
      count === 1
        ? 'One piece is still looking for a place'
        : `${count} pieces are still looking for a place`,
    looseNone: 'Every piece of text has a place.',
    looseNote: 'You don’t have to choose. What stays here, we keep with the plan.',
    margins: (count) =>
      count === 1
        ? 'One line from the contents or the margin'
        : `${count} lines from the contents or the margin`,
    underHead: (head) => `below ‘${head}’`,
    onTop: 'at the top of the file',
    box: 'from a text box',
    wasAt: (place) => `stood with ${place}`,
    placeLabel: 'Put this with',
    placeNone: 'Choose a place',
    place: 'Put it there',
    placedAt: 'Now stands with',
    loosenAgain: 'Take loose again',
    places: {
      'new-principle': 'A new principle',
      'new-general-goal': 'A new general goal',
      'new-team-goal': 'A new goal of the school team',
    },
    principleNumber: (number) => `principle ${number}`,
    atField: (entry, field) => `${entry}, ${field}`,
    linesTitle: 'What do the goals hang on?',
    linesNote: 'If you choose a vision line now, it is done. Later is fine too.',
    lineOf: (goal) => `What does this hang on: ${goal}`,
    lineNone: 'On nothing yet',
    namesTitle: 'Who is who?',
    namesNote: 'This is how the text will hang on people. Who no longer works here stays as text.',
    who: (name) => `Who is ${name}?`,
    whoDuo: (name) => `Who is the second of ${name}?`,
    duoNone: 'No second person',
    asText: 'Leave as text',
    noName: 'Track without a name',
    noTitle: 'No title yet',
    isIt: (name) => `We think of ${name}. Is that right?`,
    nobody: 'No colleague of today has this name.',
    noTeam: 'No learning team of today has this name.',
    year: 'For which school year?',
    yearTaken: (year, other) => `${year} has a plan already. So this becomes ${other}.`,
    yearTakenShort: 'has a plan already',
    yearSays: (title) => `Word said: ${title}.`,
    stays: (year) => `This becomes the draft for ${year}. No other plan changes.`,
    take: 'Take along as a draft',
    away: 'Throw away',
    other: 'Choose another file',
    privacy: (terms) =>
      `The text of a ${terms.teacher} then waits with that ${terms.teacher}. The team sees it only after a yes. We don’t keep the Word file itself.`,
    twice: (name) =>
      `${name} is with two tracks. Choose somebody else with one of them, or leave it as text.`,
    gone: 'Thrown away. Nothing of the file was kept.',
    why: (file) => `Read in from the Word file ${file}.`,
    note: 'This stood in Word with your track last year.',

    takenGoals: (count) => (count === 1 ? 'one goal' : `${count} goals`),
    takenPrinciples: (count) => (count === 1 ? 'one principle' : `${count} principles`),
    takenTracks: (count) => (count === 1 ? 'one track' : `${count} tracks`),
    taken: (what) => `This came along from Word: ${what}.`,
    takenWaits: (count) =>
      count === 0
        ? ''
        : count === 1
          ? ' With one colleague the text waits for a yes.'
          : ` With ${count} colleagues the text waits for a yes.`,

    keptTitle: 'What stood in Word and found no place',
    keptUnder: (file, day) =>
      `From ${file}, taken along on ${day}. Only who coordinates the plan reads this.`,
    keptNone: 'Everything of the Word file is in the plan.',
    keptAway: 'Throw these pieces away',
    toPlan: 'To the plan',
  },
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
