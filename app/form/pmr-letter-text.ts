import { type Terms, words } from '../kernel/language.ts'

/** One question that a PMR asks, with what is true here. */
type Answer = { question: string; answer: (terms: Terms) => string }

/** The letter to the staff part of the participation council, in plain words. */
export const pmrLetterText = words({
  nl: {
    title: 'Brief aan de PMR',
    to: 'Aan de personeelsgeleding van de medezeggenschapsraad (PMR)',
    from: (school: string, day: string) => `${school}, ${day}`,
    subject: 'Het begeleidingsplan in Rode Draad: uitleg, en een vraag aan jullie',
    greeting: 'Beste collega’s,',
    intro: (terms: Terms) =>
      `Onze school werkt met een begeleidingsplan: een werkcontract voor één jaar tussen de ${terms.coordinator} en het team. Elke ${terms.teacher} heeft er een eigen traject in. We schrijven het plan in het programma Rode Draad. In deze brief staat wat dat programma doet met wat collega’s schrijven.`,
    purpose: {
      question: 'Waar is het voor?',
      answer: (terms) =>
        `Om samen af te spreken wat we dit jaar willen leren en wat de ${terms.coordinator} daarvoor doet. Het team stelt het plan vast en kijkt er twee keer per jaar op terug. Het programma is nergens anders voor.`,
    } satisfies Answer,
    appraisal: {
      question: 'Wordt het gebruikt voor beoordeling?',
      answer: () =>
        'Nee. Wat in het plan staat, telt niet mee in een beoordeling of een gesprek over functioneren, en het komt niet in een personeelsdossier.',
    } satisfies Answer,
    ranking: {
      question: 'Maakt het scores of een ranglijst?',
      answer: (terms) =>
        `Nee. Er zijn geen cijfers of scores van collega’s en er is geen overzicht waarin ${terms.teachers} naast elkaar staan om te vergelijken. Toetsresultaten staan er per jaargroep; een groep apart ziet alleen de ${terms.coordinator}, nooit op volgorde van resultaat. Een traject van een ${terms.teacher} evalueren we alleen in woorden. Er is geen computer die iets over mensen zegt.`,
    } satisfies Answer,
    whoReads: {
      question: 'Wie leest wat een leraar schrijft?',
      answer: (terms) =>
        `Een ${terms.teacher} schrijft het eigen traject zelf. Een ander kan tekst voorstellen; tot de ${terms.teacher} die overneemt, lezen alleen die twee het voorstel. Dit is het hele overzicht:`,
    } satisfies Answer,
    what: 'Wat',
    who: 'Wie leest het',
    principalReads: {
      question: 'Kan de schoolleider of het bestuur meelezen?',
      answer: () =>
        'De schoolleider leest wat het team leest, en niet meer. Het bestuur leest niets, tenzij de school zelf iets deelt; alleen de uitkomsten van de doorstroomtoets kan een bestuur met meer scholen op één server per school opvragen. In de versie voor lezers buiten het team staan geen trajecten van personen. Wie het programma beheert, leest daardoor niets extra.',
    } satisfies Answer,
    correct: {
      question: 'Kan een leraar iets verbeteren, intrekken of meenemen?',
      answer: (terms) =>
        `Ja. Een ${terms.teacher} verandert de eigen tekst of maakt die leeg, wanneer die dat wil. Is het plan al vastgesteld, dan komt er een nieuwe versie naast. De vastgestelde versie zelf blijft bewaard zoals het team erover besloot. Het plan is mee te nemen als Word of PDF.`,
    } satisfies Answer,
    keep: 'Hoe lang blijft het bewaard?',
    keepPlans: 'Plannen blijven staan: het volgende plan bouwt erop voort.',
    keepTracks: (years: number) =>
      `Gaat een collega weg, dan stopt de toegang meteen. De tekst van het eigen traject wissen we ${years === 1 ? 'een jaar' : `${years} jaar`} later. Dat er iets gewist is, blijft te zien.`,
    logging: {
      question: 'Wat houdt het programma bij?',
      answer: () =>
        'Elke stap van het plan: wie, wanneer en waarom. Bij een besluit staat in het verslag wie welke stem gaf. Ieder ziet waar die zelf is ingelogd. Het programma houdt niet bij wie wat leest. Alleen van werknotities ziet de leraar zelf wie ze opende.',
    } satisfies Answer,
    place: 'Waar staan de gegevens?',
    pupils: {
      question: 'En gegevens van kinderen?',
      answer: () =>
        'Die horen niet in het plan. Het gaat over het werk van het team. We noemen geen namen van kinderen. Leest de school toetsresultaten in, dan komen namen, geboortedata, herkomst en BSN er niet in. Wat blijft, is zonder naam en zonder leerlingnummer, en te zien zijn alleen cijfers over groepen.',
    } satisfies Answer,
    ask: 'Wat vragen we aan jullie?',
    law: 'Wij denken dat dit raakt aan artikel 12, eerste lid, van de Wet medezeggenschap op scholen (WMS): onderdeel h (taakverdeling en taakbelasting), onderdeel m (gegevens van personeel) en onderdeel n (systemen waarmee je het werk van personeel zou kunnen volgen). Dan heeft de PMR instemmingsrecht op de afspraken. Wij zijn geen juristen en de letters van het artikel kunnen veranderd zijn. Kijk daarom de tekst na die nu geldt.',
    request:
      'Lees deze brief, stel jullie vragen en laat weten of jullie instemmen met deze afspraken. Verandert er later iets in, dan leggen we dat eerst aan jullie voor.',
    questions: (name: string, contact: string) =>
      `Vragen? Die beantwoordt ${name}${contact ? ` (${contact})` : ''} graag.`,
    regards: 'Met vriendelijke groet,',
    principal: 'schoolleider',
    foot: (school: string) => `${school} · brief aan de PMR`,
    page: 'Pagina',
    of: 'van',
  },
  en: {
    title: 'Letter to the PMR',
    to: 'To the staff section of the participation council (PMR)',
    from: (school: string, day: string) => `${school}, ${day}`,
    subject: 'The guidance plan in Rode Draad: an explanation, and a question for you',
    greeting: 'Dear colleagues,',
    intro: (terms: Terms) =>
      `Our school works with a guidance plan (begeleidingsplan): a work contract for one year between the ${terms.coordinator} and the team. Each ${terms.teacher} has a track of their own in it. We write the plan in the program Rode Draad. This letter says what that program does with what colleagues write.`,
    purpose: {
      question: 'What is it for?',
      answer: (terms) =>
        `To agree together what we want to learn this year and what the ${terms.coordinator} does for that. The team adopts the plan and looks back on it twice a year. The program is for nothing else.`,
    },
    appraisal: {
      question: 'Is it used for appraisal?',
      answer: () =>
        'No. What stands in the plan does not count in any appraisal or performance interview, and it does not go into a personnel file.',
    },
    ranking: {
      question: 'Does it make scores or a ranking?',
      answer: (terms) =>
        `No. There are no marks or scores of colleagues and no overview in which ${terms.teachers} stand side by side to be compared. Test results stand there by year group; a class by itself is seen by the ${terms.coordinator} alone, never in order of result. The track of a ${terms.teacher} is evaluated in words only. There is no computer that says anything about people.`,
    },
    whoReads: {
      question: 'Who reads what a teacher writes?',
      answer: (terms) =>
        `A ${terms.teacher} writes their own track. Somebody else can propose text; until the ${terms.teacher} accepts it, only those two read the proposal. This is the whole overview:`,
    },
    what: 'What',
    who: 'Who reads it',
    principalReads: {
      question: 'Can the principal or the board read along?',
      answer: () =>
        'The principal reads what the team reads, and no more. The board reads nothing, unless the school itself shares something; a board with several schools on one server can only ask per school for the outcome of the final test. The version for readers outside the team holds no tracks of persons. Whoever administers the program reads nothing extra for it.',
    },
    correct: {
      question: 'Can a teacher correct, withdraw or take along something?',
      answer: (terms) =>
        `Yes. A ${terms.teacher} changes their own text or empties it whenever they want. If the plan has been adopted, a new version comes beside it. The adopted version itself is kept as the team decided on it. The plan can be taken along as Word or PDF.`,
    },
    keep: 'How long is it kept?',
    keepPlans: 'Plans stay: the next plan builds on them.',
    keepTracks: (years: number) =>
      `When a colleague leaves, access stops at once. The text of their own track is erased ${years === 1 ? 'one year' : `${years} years`} later. That something was erased can still be seen.`,
    logging: {
      question: 'What does the program record?',
      answer: () =>
        'Each step of the plan: who, when and why. The record of a decision says who gave which voice. Everybody sees where they themselves are signed in. The program does not record who reads what. Only of working notes the teacher sees who opened them.',
    },
    place: 'Where is the data?',
    pupils: {
      question: 'And data on children?',
      answer: () =>
        'That does not belong in the plan. It is about the work of the team. We name no children. When the school reads test results in, names, dates of birth, origin and BSN do not come in. What stays is without name and without pupil number, and only figures over groups are shown.',
    },
    ask: 'What do we ask of you?',
    law: 'We think this touches article 12, first paragraph, of the Dutch Participation in Schools Act (WMS): part h (division of tasks and workload), part m (data on staff) and part n (systems with which the work of staff could be followed). In that case the PMR has a right of consent to the rules. We are no lawyers and the letters of the article may have changed. So please check the current text.',
    request:
      'Please read this letter, ask your questions and let us know whether you consent to these rules. If something in them changes later, we will put it to you first.',
    questions: (name: string, contact: string) =>
      `Questions? ${name}${contact ? ` (${contact})` : ''} will be glad to answer them.`,
    regards: 'Kind regards,',
    principal: 'principal',
    foot: (school: string) => `${school} · letter to the PMR`,
    page: 'Page',
    of: 'of',
  },
})
