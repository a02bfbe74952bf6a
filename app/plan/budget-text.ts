import { type Language, type Terms, words } from '../kernel/language.ts'

/** The hours of the coordinator's week: what there is, what the plan asks, and whose question the rest is. */
export const budgetText = words({
  nl: {
    title: (year: string) => `De tijd in het plan ${year}`,
    inPlan: 'De tijd in het plan',
    under: (terms: Terms) =>
      `Wat het plan van de ${terms.coordinator} vraagt, naast wat er is. Zo zie je het vóór jullie het plan vaststellen.`,
    fits: (asked: string, week: string) => `Het past: ${asked} van de ${week} uur per week.`,
    over: (asked: string, week: string) => `Het plan vraagt ${asked} uur per week. Er zijn er ${week}.`,
    noWeek: (asked: string) =>
      `Het plan vraagt ${asked} uur per week. Hoeveel uur er is, staat nog niet bij de school.`,
    nothing: 'Nog geen uren gepland. Schrijf bij een doel of traject hoeveel uur het vraagt.',
    haveAndNorm: (week: string, norm: string) => `Er zijn ${week} uur per week. De norm vraagt ${norm}.`,
    owner: (over: string, whose: string) =>
      `${over} uur per week past er niet in. Dat is een vraag voor ${whose} en het bestuur.`,
    underNorm: (whose: string) => `Wat er tot de norm ontbreekt, is een vraag voor ${whose} en het bestuur.`,
    notAlone: (who: string) => `Niet voor ${who} alleen.`,
    you: 'jou',
    principal: 'de schoolleider',
    and: 'en',
    norm: (school: string, pupils: string, norm: string) =>
      `De LBBO houdt minstens 25 uur per week aan voor 200 leerlingen. ${school} heeft er ${pupils}: dat is ${norm} uur.`,
    weeks: (planned: string, weeks: string) =>
      `In het plan staat ${planned} uur voor het hele jaar, over ${weeks} weken zonder vakanties.`,
    parts: {
      plan: 'staat in het plan',
      care: 'zorg en overleg',
      room: 'ruimte voor wat komt',
      left: 'nog vrij',
      norm: 'tot de norm',
    },
    hours: (hours: string) => `${hours} uur`,
    barSays: 'Uren per week',
    weekTitle: 'Je week',
    weekSay: (terms: Terms) =>
      `Niet alles van een week staat in een plan. Schrijf op hoeveel de ${terms.coordinator} houdt voor zorg, en voor wat komt.`,
    care: 'Zorg en overleg, uren per week',
    careHint: 'Gesprekken over kinderen, overleg met ouders en met anderen van buiten.',
    room: 'Ruimte voor wat komt, uren per week',
    roomHint: 'Even tussendoor: een vraag op de gang, een groep overnemen, iets opzoeken.',
    save: 'Bewaar de week',
    saved: 'Bewaard.',
    entries: 'Wat elk doel en traject vraagt',
    perEntry: 'Uren per doel en traject',
    entry: 'Doel of traject',
    ofYear: 'Uur in het jaar',
    ofWeek: 'Uur per week',
    sum: 'Samen',
    noHours: 'Bij nog geen doel of traject staan uren.',
    withoutHours: (count: number) =>
      count === 1
        ? 'Bij één doel of traject staan nog geen uren.'
        : `Bij ${count} doelen en trajecten staan nog geen uren.`,
    aimTitle: 'Voorkomen en herstellen',
    toBudget: 'Bekijk de tijd in het plan',
    toSettings: 'Vul uren en leerlingen in bij de school',
    toPlan: 'Naar het plan',
    toShared: 'Waar de tijd heen ging',
  },
  en: {
    title: (year) => `The time in the plan ${year}`,
    inPlan: 'The time in the plan',
    under: (terms) =>
      `What the plan asks of the ${terms.coordinator}, beside what there is. So you see it before you adopt the plan.`,
    fits: (asked, week) => `It fits: ${asked} of the ${week} hours a week.`,
    over: (asked, week) => `The plan asks ${asked} hours a week. There are ${week}.`,
    noWeek: (asked) =>
      `The plan asks ${asked} hours a week. How many hours there are is not with the school yet.`,
    nothing: 'No hours planned yet. Write with a goal or track how many hours it asks.',
    haveAndNorm: (week, norm) => `There are ${week} hours a week. The norm asks ${norm}.`,
    owner: (over, whose) => `${over} hours a week do not fit. That is a question for ${whose} and the board.`,
    underNorm: (whose) => `What is short of the norm is a question for ${whose} and the board.`,
    notAlone: (who) => `Not for ${who} alone.`,
    you: 'you',
    principal: 'the principal',
    and: 'and',
    norm: (school, pupils, norm) =>
      `The LBBO counts at least 25 hours a week for 200 pupils. ${school} has ${pupils}: that is ${norm} hours.`,
    weeks: (planned, weeks) =>
      `The plan holds ${planned} hours for the whole year, over ${weeks} weeks without holidays.`,
    parts: {
      plan: 'stands in the plan',
      care: 'care and consultation',
      room: 'room for what comes',
      left: 'still free',
      norm: 'up to the norm',
    },
    hours: (hours) => `${hours} hours`,
    barSays: 'Hours a week',
    weekTitle: 'Your week',
    weekSay: (terms) =>
      `Not all of a week stands in a plan. Write how much the ${terms.coordinator} keeps for care, and for what comes.`,
    care: 'Care and consultation, hours a week',
    careHint: 'Talks about children, with parents and with others from outside.',
    room: 'Room for what comes, hours a week',
    roomHint: 'In between: a question in the corridor, taking a class over, looking something up.',
    save: 'Save the week',
    saved: 'Saved.',
    entries: 'What each goal and track asks',
    perEntry: 'Hours by goal and track',
    entry: 'Goal or track',
    ofYear: 'Hours in the year',
    ofWeek: 'Hours a week',
    sum: 'Together',
    noHours: 'No goal or track has hours yet.',
    withoutHours: (count) =>
      count === 1 ? 'One goal or track has no hours yet.' : `${count} goals and tracks have no hours yet.`,
    aimTitle: 'Preventing and repairing',
    toBudget: 'See the time in the plan',
    toSettings: 'Fill in hours and pupils with the school',
    toPlan: 'To the plan',
    toShared: 'Where the time went',
  },
})

export type BudgetWords = ReturnType<typeof budgetText>

/** '2,5' in Dutch, '2.5' in English; at most one decimal. */
export function hoursIn(hours: number, language: Language) {
  const text = String(Math.round(hours * 10) / 10)
  return language === 'nl' ? text.replace('.', ',') : text
}
