import { type Terms, words } from '../kernel/language.ts'
import type { EvaluationRefusal, EvaluationText, NextStep, Reach, Time } from './evaluation.ts'
import type { EvaluationBecause } from './evaluation-may.ts'

export const evaluationText = words({
  nl: {
    title: (time: Time, year: string) =>
      time === 'mid' ? `Halverwege terugkijken, ${year}` : `Terugkijken op ${year}`,
    under:
      'Wat zagen we, wat leerden we, en hoe gaan we verder? Over een traject schrijft alleen wie het heeft, in woorden. Er komt geen cijfer bij.',
    notYet: 'Terugkijken kan als het plan is vastgesteld.',
    times: 'Welke terugblik?',
    time: { mid: 'Halverwege', end: 'Aan het eind' } satisfies Record<Time, string>,
    goals: 'Doelen',
    teams: 'Leerteams',
    tracks: 'Trajecten',
    mine: 'Jouw traject',
    empty: 'Er staat nog niets om op terug te kijken.',
    agreedHow: 'Zo zouden we terugkijken',
    days: (days: string) => `op ${days}`,
    halfway: 'Halverwege schreven we',
    fields: {
      saw: 'Wat zagen we?',
      learned: 'Wat leerden we?',
      sharedWith: 'Met wie is de opbrengst gedeeld?',
    } satisfies Record<EvaluationText, string>,
    ownFields: {
      saw: 'Wat zag je?',
      learned: 'Wat leerde je?',
      sharedWith: 'Met wie deelde je de opbrengst?',
    } satisfies Record<EvaluationText, string>,
    read: { saw: 'Gezien', learned: 'Geleerd', sharedWith: 'Opbrengst gedeeld met' } satisfies Record<
      EvaluationText,
      string
    >,
    readNext: { 'go-on': 'Gaat door', adjust: 'Wordt aangepast', stop: 'Stopt' } satisfies Record<
      NextStep,
      string
    >,
    shared: 'Hier lees je wat collega’s van hun traject delen.',
    sharedHint: 'Niet delen is ook een keuze.',
    next: 'Hoe verder?',
    nextStep: {
      'go-on': 'We gaan door',
      adjust: 'We passen het aan',
      stop: 'We stoppen ermee',
    } satisfies Record<NextStep, string>,
    ownNextStep: { 'go-on': 'Ik ga door', adjust: 'Ik pas het aan', stop: 'Ik stop ermee' } satisfies Record<
      NextStep,
      string
    >,
    nextNote: {
      'go-on': 'Gaat mee naar het plan van volgend jaar.',
      adjust: 'Gaat mee, met deze terugblik ernaast.',
      stop: 'Blijft achter in dit plan.',
    } satisfies Record<NextStep, string>,
    reachedLabel: 'Is het doel bereikt?',
    reached: { reached: 'Bereikt', partly: 'Deels bereikt', 'not-yet': 'Nog niet bereikt' } satisfies Record<
      Reach,
      string
    >,
    open: 'Nog niet gekozen',
    write: 'Schrijf de terugblik',
    writeOn: 'Schrijf verder',
    save: 'Bewaar',
    saved: 'Bewaard.',
    nothing: 'Nog niets opgeschreven.',
    readers: {
      'own-track': {
        shared: 'Het team leest dit, want je deelt de opbrengst.',
        kept: (terms: Terms) =>
          `Jij en de ${terms.coordinator} lezen dit. Deel je de opbrengst, dan leest het team mee.`,
      },
    },
    writtenBy: (name: string, day: string) => `${name}, ${day}`,
    nextYear: {
      title: 'Het plan van volgend jaar',
      say: 'Wat doorgaat of wordt aangepast, gaat mee, met deze terugblik ernaast. Wat stopt, blijft hier. De tekst van een collega gaat mee als voorstel: die collega kiest.',
      begin: (year: string) => `Begin het plan van ${year}`,
      there: (year: string) => `Het plan van ${year} is er al.`,
      planTitle: (year: string) => `Begeleidingsplan ${year}`,
      why: (year: string) => `Een nieuw schooljaar, vanuit het plan van ${year}.`,
      note: (year: string) => `Dit schreef je in ${year}. Neem het over, verander het of laat het.`,
      toPlan: 'Naar het plan',
    },
    lastYear: 'Vorig jaar',
    toPlan: 'Naar het plan',
    notSaved: 'Nog niet alles is bewaard.',
    because: {
      'own-track': () => 'Dit is jouw traject.',
      'member-of-learning-team': () => 'Dit is van jullie leerteam.',
      'coordinator-writes-goals': (terms: Terms) => `De ${terms.coordinator} schrijft op wat het team zegt.`,
      'nobodys-track': () => 'Dit traject is van niemand.',
      'teacher-writes': (terms: Terms) => `De ${terms.teacher} schrijft hier zelf.`,
      'members-write': () => 'De leden van het leerteam schrijven hier.',
      'only-coordinator': (terms: Terms) => `Dit doet de ${terms.coordinator}.`,
      'not-adopted-yet': () => 'Terugkijken kan als het plan is vastgesteld.',
      archived: () => 'Dit plan is afgerond. Je kunt het nog wel lezen.',
      'team-reads': () => 'Het hele team leest dit.',
      'yield-is-shared': () => 'Het team leest dit: de opbrengst wordt gedeeld.',
      'coordinator-reads-along': (terms: Terms) =>
        `Alleen wie het traject heeft en de ${terms.coordinator} lezen dit.`,
      'not-shared': () => 'De opbrengst wordt niet gedeeld. Dat is een keuze.',
    } satisfies Record<EvaluationBecause, (terms: Terms) => string>,
    refusal: {
      'words-only': 'Een traject krijgt woorden, geen oordeel. Schrijf op wat je zag en leerde.',
      'choice-unknown': 'Kies een van de mogelijkheden.',
      'no-such-field': 'Dit veld is er niet. Laad de bladzijde opnieuw.',
      stale: 'Het plan is intussen een stap verder. Kijk even op het plan en probeer het opnieuw.',
      'text-too-long': 'Deze tekst is te lang om te bewaren. Kort hem in.',
    } satisfies Record<EvaluationRefusal | 'text-too-long', string>,
  },
  en: {
    title: (time, year) => (time === 'mid' ? `Looking back half-way, ${year}` : `Looking back on ${year}`),
    under:
      'What did we see, what did we learn, and how do we go on? A track is written about by its owner alone, in words. There is no mark.',
    notYet: 'You can look back once the plan has been adopted.',
    times: 'Which evaluation?',
    time: { mid: 'Half-way', end: 'At the end' },
    goals: 'Goals',
    teams: 'Learning teams',
    tracks: 'Tracks',
    mine: 'Your track',
    empty: 'There is nothing to look back on yet.',
    agreedHow: 'This is how we would look back',
    days: (days) => `on ${days}`,
    halfway: 'Half-way we wrote',
    fields: {
      saw: 'What did we see?',
      learned: 'What did we learn?',
      sharedWith: 'With whom was the yield shared?',
    },
    ownFields: {
      saw: 'What did you see?',
      learned: 'What did you learn?',
      sharedWith: 'With whom did you share the yield?',
    },
    read: { saw: 'Seen', learned: 'Learned', sharedWith: 'Yield shared with' },
    readNext: { 'go-on': 'Goes on', adjust: 'Is adjusted', stop: 'Stops' },
    shared: 'Here you read what colleagues share of their tracks.',
    sharedHint: 'Not sharing is a choice too.',
    next: 'What next?',
    nextStep: { 'go-on': 'We go on', adjust: 'We adjust it', stop: 'We stop' },
    ownNextStep: { 'go-on': 'I go on', adjust: 'I adjust it', stop: 'I stop' },
    nextNote: {
      'go-on': 'Goes along to next year’s plan.',
      adjust: 'Goes along, with this evaluation beside it.',
      stop: 'Stays behind in this plan.',
    },
    reachedLabel: 'Was the goal reached?',
    reached: { reached: 'Reached', partly: 'Partly reached', 'not-yet': 'Not reached yet' },
    open: 'Not chosen yet',
    write: 'Write the evaluation',
    writeOn: 'Write on',
    save: 'Save',
    saved: 'Saved.',
    nothing: 'Nothing written yet.',
    readers: {
      'own-track': {
        shared: 'The team reads this, because you share the yield.',
        kept: (terms) =>
          `You and the ${terms.coordinator} read this. If you share the yield, the team reads along.`,
      },
    },
    writtenBy: (name, day) => `${name}, ${day}`,
    nextYear: {
      title: 'Next year’s plan',
      say: 'What goes on or is adjusted goes along, with this evaluation beside it. What stops stays here. A colleague’s text goes along as a proposal: that colleague chooses.',
      begin: (year) => `Begin the plan of ${year}`,
      there: (year) => `The plan of ${year} is there already.`,
      planTitle: (year) => `Guidance plan ${year}`,
      why: (year) => `A new school year, from the plan of ${year}.`,
      note: (year) => `You wrote this in ${year}. Take it over, change it or leave it.`,
      toPlan: 'To the plan',
    },
    lastYear: 'Last year',
    toPlan: 'To the plan',
    notSaved: 'Not everything has been saved yet.',
    because: {
      'own-track': () => 'This is your track.',
      'member-of-learning-team': () => 'This is your learning team’s.',
      'coordinator-writes-goals': (terms) => `The ${terms.coordinator} writes down what the team says.`,
      'nobodys-track': () => 'This track is nobody’s.',
      'teacher-writes': (terms) => `The ${terms.teacher} writes here.`,
      'members-write': () => 'The members of the learning team write here.',
      'only-coordinator': (terms) => `The ${terms.coordinator} does this.`,
      'not-adopted-yet': () => 'You can look back once the plan has been adopted.',
      archived: () => 'This plan is finished. You can still read it.',
      'team-reads': () => 'The whole team reads this.',
      'yield-is-shared': () => 'The team reads this: the yield is shared.',
      'coordinator-reads-along': (terms) =>
        `Only the owner of the track and the ${terms.coordinator} read this.`,
      'not-shared': () => 'The yield is not shared. That is a choice.',
    },
    refusal: {
      'words-only': 'A track gets words, no verdict. Write what you saw and learned.',
      'choice-unknown': 'Choose one of the possibilities.',
      'no-such-field': 'This field is not there. Load the page again.',
      stale: 'The plan has moved on meanwhile. Look at the plan and try again.',
      'text-too-long': 'This text is too long to keep. Shorten it.',
    },
  },
})
