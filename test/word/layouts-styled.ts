import { p, textBox } from './docx-out.ts'
import {
  boldLine,
  flat,
  framed,
  goalPairs,
  headOf,
  isTeam,
  type Layout,
  labelled,
  trackPairs,
} from './layout-frame.ts'
import { CAPS, onlyFull, TYPOS } from './layout-words.ts'

export const STYLED: Layout[] = [
  {
    name: 'tikfouten in labels',
    write: (plan) => ({
      body: framed(plan, {
        names: { principles: 'Uitganspunten en principes', general: 'Algmene doelen' },
        goal: (goal, at) =>
          p(`${at + 1}) ${goal.title}`) +
          goalPairs(goal, TYPOS)
            .map(([label, value]) => labelled(label, value))
            .join(''),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          trackPairs(track, TYPOS)
            .map(([label, value]) => labelled(label, value))
            .join(''),
      }),
    }),
  },
  {
    name: 'streepje na het label',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`${['I', 'II', 'III'][at]}. ${goal.title}`) +
          onlyFull(goalPairs(goal))
            .map(([label, value]) => p(`${label} – ${flat(value)}`))
            .join(''),
        track: (track) =>
          boldLine(headOf(track)) +
          onlyFull(trackPairs(track))
            .map(([label, value]) => p(`${label} - ${flat(value)}`))
            .join(''),
      }),
    }),
  },
  {
    name: 'hoofdletterlabels zonder teken erna',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`Doel ${at + 1}: ${goal.title}`) +
          onlyFull(goalPairs(goal, CAPS))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
        track: (track) =>
          p(headOf(track, 'LEERKRACHT')) +
          onlyFull(trackPairs(track, CAPS))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
      }),
    }),
  },
  {
    name: 'labels zonder enig teken',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          onlyFull(goalPairs(goal))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          onlyFull(trackPairs(track))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
      }),
    }),
  },
  {
    name: 'alles in een tekstvak',
    write: (plan) => ({
      body: textBox(
        framed(plan, {
          goal: (goal, at) =>
            boldLine(`${at + 1}. ${goal.title}`) +
            goalPairs(goal)
              .map(([label, value]) => labelled(label, value))
              .join(''),
          track: (track) =>
            boldLine(headOf(track)) +
            trackPairs(track)
              .map(([label, value]) => labelled(label, value))
              .join(''),
        }),
      ),
    }),
  },
  {
    name: 'een tekstvak per leraar, opmerking in een tekstvak',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`${at + 1}. ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join('') +
          textBox(p('Zie ook het schoolplan, hoofdstuk 4.')),
        track: (track) =>
          textBox(
            boldLine(headOf(track)) +
              trackPairs(track)
                .map(([label, value]) => labelled(label, value))
                .join(''),
          ),
      }),
    }),
  },
  {
    name: 'groep voor de naam',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`, { style: 'Kop2' }) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join(''),
        track: (track, at) =>
          boldLine(isTeam(track) ? `Leerteam: ${track.name}` : `Leerkracht groep ${at + 1}: ${track.name}`) +
          trackPairs(track)
            .map(([label, value]) => labelled(label, value))
            .join(''),
      }),
    }),
  },
  {
    name: 'groep achter de naam met een streepje',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join(''),
        track: (track, at) =>
          boldLine(isTeam(track) ? `LEERTEAM: ${track.name}` : `LERAAR: ${track.name} - groep ${at + 1}`) +
          trackPairs(track)
            .map(([label, value]) => labelled(label, value))
            .join(''),
      }),
    }),
  },
  {
    name: 'eigen labels van de school ertussen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`Doel ${at + 1}: ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join('') +
          labelled('Succescriteria', 'de leerlingen merken het'),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          trackPairs(track)
            .map(
              ([label, value], at) =>
                labelled(label, value) + (at === 3 ? labelled('Scholing', 'cursus beeldcoaching') : ''),
            )
            .join('') +
          labelled('Opmerkingen', 'in overleg met de directie'),
      }),
    }),
  },
  {
    name: 'eigen delen, inhoudsopgave, etc. en ondertekening',
    write: (plan) => ({
      body:
        framed(plan, {
          title: (text, year) =>
            p(text, { style: 'Titel' }) +
            p(`Basisschool De Vlieger, schooljaar ${year}`) +
            p('N.B. dit alles onder voorbehoud van formatie!!') +
            ['Uitgangspunten en principes\t2', 'Algemene doelen\t3', 'Leraar Kim\t4']
              .map((text) => p(text, { style: 'Inhopg1' }))
              .join('') +
            p('Onze visie', { style: 'Kop1' }) +
            p('Wij zijn een school waar ieder kind telt. Evaluatie: elk jaar.'),
          goal: (goal, at) =>
            p(`${at + 1}. ${goal.title}`, { style: 'Kop2' }) +
            goalPairs(goal)
              .map(([label, value]) => labelled(label, value))
              .join(''),
          track: (track) =>
            p(headOf(track), { style: 'Kop2' }) +
            trackPairs(track)
              .map(([label, value]) => labelled(label, value))
              .join('') +
            (isTeam(track) ? '' : ''),
        }) +
        p('Etc.') +
        p('Jaaroverzicht', { style: 'Kop1' }) +
        p('September: start. Oktober: eerste ronde gesprekken.') +
        p('Ondertekening', { style: 'Kop1' }) +
        p('Vastgesteld in de teamvergadering van 26 augustus 2026'),
    }),
  },
]
