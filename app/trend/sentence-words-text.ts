import { words } from '../kernel/language.ts'

const NL = {
  share: { at1F: 'minstens 1F', target: '1S/2F' },
  title: {
    'more-and-more': (level: string) => `Een steeds groter deel haalt ${level}`,
    more: (level: string, since: string) => `Een groter deel dan in ${since} haalt ${level}`,
    'fewer-and-fewer': (level: string) => `Een steeds kleiner deel haalt ${level}`,
    fewer: (level: string, since: string) => `Een kleiner deel dan in ${since} haalt ${level}`,
    neutral: (level: string) => `Waar staan we met ${level}?`,
  },
  what: {
    target: 'het deel op 1S/2F',
    at1F: 'het deel op 1F of hoger',
    mean: 'het gemiddelde',
    median: 'de middelste score',
    growth: 'de gemiddelde groei',
  },
  run: {
    up: (steps: string) => `${steps} jaar op rij omhoog`,
    down: (steps: string) => `${steps} jaar op rij omlaag`,
  },
  change: {
    span: (from: string, since: string, to: string, until: string) =>
      `van ${from} in ${since} naar ${to} in ${until}`,
    moved: (what: string, how: string) => `${what} ging ${how}`,
    same: (value: string, since: string, until: string) => `in ${since} en ${until} gelijk: ${value}`,
    stayed: (what: string, same: string) => `${what} was ${same}`,
    overlap: 'Die twee getallen tellen voor een deel dezelfde jaren.',
    chance: 'Dat verschil kan toeval zijn.',
    real: 'Zo’n verschil is zelden toeval.',
  },
  line: {
    signal: 'de signaleringswaarde',
    comparable: 'het gemiddelde van vergelijkbare scholen',
    national: 'het landelijk gemiddelde',
    ambition: 'onze ambitie',
  },
  beside: {
    above: (line: string, value: string) => `Boven ${line} (${value}).`,
    equal: (line: string, value: string) => `Precies op ${line} (${value}).`,
    below: (line: string, value: string) => `Onder ${line} (${value}).`,
    justAbove: (line: string, value: string) => `Net boven ${line} (${value}).`,
    justBelow: (line: string, value: string) => `Net onder ${line} (${value}).`,
    equalCounts: 'Gelijk telt als boven.',
    noVerdict: 'Een signaal is geen oordeel.',
  },
  turn: {
    one: (level: string, line: string) =>
      `Eén leerling meer met ${level} bij één vak zou voor ${line} het verschil maken.`,
    more: (pupils: string, level: string, line: string) =>
      `${pupils} leerlingen meer met ${level} bij één vak zouden voor ${line} het verschil maken.`,
    oneFewer: (level: string, line: string) =>
      `Eén leerling minder met ${level} bij één vak zou voor ${line} het verschil maken.`,
    fewer: (pupils: string, level: string, line: string) =>
      `${pupils} leerlingen minder met ${level} bij één vak zouden voor ${line} het verschil maken.`,
  },
  lowest: (subject: string, on: string, value: string, others: string) =>
    `${subject} blijft achter op ${on}: ${value}. ${others}.`,
  lowestMaybe: (subject: string, on: string, value: string, others: string) =>
    `${subject} ligt het laagst op ${on}: ${value}. ${others}. Dat verschil kan toeval zijn.`,
  inGroup: (level: string, yearGroup: number, year: string) => `${level} (groep ${yearGroup}, ${year})`,
  fewIn: (list: string) => `Weinig leerlingen: ${list}.`,
  nIn: (n: number, year: string) => `n ${n} in ${year}`,
  few: (n: number) => `Het gaat om weinig leerlingen (n ${n}). Een verschil kan dan toeval zijn.`,
  fewPupils: (n: number) => `Het gaat om weinig leerlingen (n ${n}).`,
  veryFew: (n: number) =>
    `Dit zijn minder dan vijf leerlingen (n ${n}). Het team ziet dit niet: ga er voorzichtig mee om.`,
  hidden: 'Dit gaat over minder dan vijf leerlingen, of je zou dat kunnen uitrekenen. We tonen het niet.',
  otherPupils: (places: string) =>
    `Bij ${places} zijn het voor het grootste deel andere leerlingen dan de keer ervoor. Die getallen vergelijken we niet.`,
  same: (n: number, place: string) => `Bij ${place} waren ${n} leerlingen er de keer ervoor ook.`,
  hiddenGrowth:
    'Niet elk jaar staat er. Kwamen of gingen er maar een paar leerlingen, of waren het er weinig, dan kun je uitrekenen hoe één leerling scoorde.',
  windows: (points: string) =>
    `Niet elk punt telt evenveel jaren bij elkaar: ${points}. Alleen punten met evenveel jaren vergelijken we.`,
  newSeries: (year: string) =>
    `In ${year} begint een andere toets of normering. Getallen van ervoor en erna zijn niet te vergelijken.`,
  levels: (share: string, names: string, n: number, year: string) =>
    `In ${year} zit ${share} op niveau ${names} (n ${n}).`,
  levelsNorm: (norm: string) => `In de groep waarmee de toets is gemaakt, is dat ${norm}.`,
  or: 'of',
  grew: {
    up: (since: string, until: string, points: string, n: number, year: string) =>
      `Van ${since} naar ${until} (${year}) gingen dezelfde leerlingen gemiddeld ${points} punten vooruit (n ${n}).`,
    down: (since: string, until: string, points: string, n: number, year: string) =>
      `In ${until} (${year}) scoorden dezelfde leerlingen gemiddeld ${points} punten lager dan in ${since} (n ${n}).`,
    same: (since: string, until: string, _points: string, n: number, year: string) =>
      `In ${until} (${year}) scoorden dezelfde leerlingen gemiddeld evenveel als in ${since} (n ${n}).`,
  },
  through: (from: string, since: string, to: string, until: string) =>
    `Van gemiddeld ${from} in ${since} naar ${to} in ${until}.`,
  throughMedian: (from: string, since: string, to: string, until: string) =>
    `De middelste score ging van ${from} in ${since} naar ${to} in ${until}.`,
}

/** Sentences on figures: what is seen, without a judgement. */
export const sentenceWords = words({
  nl: NL,
  en: {
    share: { at1F: 'at least 1F', target: '1S/2F' },
    title: {
      'more-and-more': (level) => `A larger and larger share reaches ${level}`,
      more: (level, since) => `A larger share than in ${since} reaches ${level}`,
      'fewer-and-fewer': (level) => `A smaller and smaller share reaches ${level}`,
      fewer: (level, since) => `A smaller share than in ${since} reaches ${level}`,
      neutral: (level) => `Where do we stand with ${level}?`,
    },
    what: {
      target: 'the share at 1S/2F',
      at1F: 'the share at 1F or higher',
      mean: 'the mean',
      median: 'the median',
      growth: 'the average growth',
    },
    run: {
      up: (steps) => `up ${steps} years in a row`,
      down: (steps) => `down ${steps} years in a row`,
    },
    change: {
      span: (from, since, to, until) => `from ${from} in ${since} to ${to} in ${until}`,
      moved: (what, how) => `${what} went ${how}`,
      same: (value, since, until) => `the same in ${since} and ${until}: ${value}`,
      stayed: (what, same) => `${what} was ${same}`,
      overlap: 'Those two numbers count some of the same years.',
      chance: 'That difference may be chance.',
      real: 'Such a difference is seldom chance.',
    },
    line: {
      signal: 'the signal value',
      comparable: 'the mean of comparable schools',
      national: 'the national mean',
      ambition: 'our ambition',
    },
    beside: {
      above: (line, value) => `Above ${line} (${value}).`,
      equal: (line, value) => `Exactly at ${line} (${value}).`,
      below: (line, value) => `Below ${line} (${value}).`,
      justAbove: (line, value) => `Just above ${line} (${value}).`,
      justBelow: (line, value) => `Just below ${line} (${value}).`,
      equalCounts: 'Equal counts as above.',
      noVerdict: 'A signal is not a verdict.',
    },
    turn: {
      one: (level, line) =>
        `One more pupil with ${level} in one subject would make the difference for ${line}.`,
      more: (pupils, level, line) =>
        `${pupils} more pupils with ${level} in one subject would make the difference for ${line}.`,
      oneFewer: (level, line) =>
        `One pupil fewer with ${level} in one subject would make the difference for ${line}.`,
      fewer: (pupils, level, line) =>
        `${pupils} pupils fewer with ${level} in one subject would make the difference for ${line}.`,
    },
    lowest: (subject, on, value, others) => `${subject} is behind at ${on}: ${value}. ${others}.`,
    lowestMaybe: (subject, on, value, others) =>
      `${subject} is lowest at ${on}: ${value}. ${others}. That difference may be chance.`,
    inGroup: (level, yearGroup, year) => `${level} (year group ${yearGroup}, ${year})`,
    fewIn: (list) => `Few pupils: ${list}.`,
    nIn: (n, year) => `n ${n} in ${year}`,
    few: (n) => `These are few pupils (n ${n}). A difference may be chance then.`,
    fewPupils: (n) => `These are few pupils (n ${n}).`,
    veryFew: (n) =>
      `These are fewer than five pupils (n ${n}). The team does not see this: handle it with care.`,
    hidden: 'This is about fewer than five pupils, or they could be worked out from it. We do not show it.',
    otherPupils: (places) =>
      `At ${places} most pupils are not the same as the time before. We do not compare those numbers.`,
    same: (n, place) => `Of them, ${n} had taken the test before ${place} too.`,
    hiddenGrowth:
      'Not every year is here. When only a few pupils came or left, or there were few, the score of one pupil could be worked out.',
    windows: (points) =>
      `Not every point counts the same number of years together: ${points}. We compare only points with the same number.`,
    newSeries: (year) =>
      `In ${year} another test or other norms start. Numbers from before and after can’t be compared.`,
    levels: (share, names, n, year) => `In ${year}, ${share} are at level ${names} (n ${n}).`,
    levelsNorm: (norm) => `In the norm group of the test it is ${norm}.`,
    or: 'or',
    grew: {
      up: (since, until, points, n, year) =>
        `From ${since} to ${until} (${year}) the same pupils gained ${points} points on average (n ${n}).`,
      down: (since, until, points, n, year) =>
        `At ${until} (${year}) the same pupils scored ${points} points lower on average than at ${since} (n ${n}).`,
      same: (since, until, _points, n, year) =>
        `At ${until} (${year}) the same pupils scored as much on average as at ${since} (n ${n}).`,
    },
    through: (from, since, to, until) => `The mean went from ${from} at ${since} to ${to} at ${until}.`,
    throughMedian: (from, since, to, until) =>
      `The median went from ${from} at ${since} to ${to} at ${until}.`,
  },
})
