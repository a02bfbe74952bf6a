import { bold, docxParts, escaped, NS, p, run, tbl, tc, tr } from './docx-out.ts'
import {
  boldLine,
  flat,
  framed,
  goalPairs,
  headOf,
  isTeam,
  type Layout,
  labelled,
  type Pair,
  paras,
  trackPairs,
} from './layout-frame.ts'

const AUTHOR = 'w:id="1" w:author="A" w:date="2026-08-24T09:12:00Z"'
const inserted = (runs: string) => `<w:ins ${AUTHOR}>${runs}</w:ins>`
const deleted = (text: string) =>
  `<w:del ${AUTHOR}><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`
const letters = (text: string) => [...text].map((letter) => run(letter, { b: true })).join('')
const softened = (text: string) =>
  text.replace(/([a-z]{4})([a-z]{4})/g, '$1\u00ad$2').replace(/ (\d)/g, '\u00a0$1')
const control = (content: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const placeholder =
  '<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik of tik om tekst in te voeren.</w:t></w:r></w:sdtContent></w:sdt></w:p>'
const field = (text: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF bladwijzer \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
const lines = (pairs: readonly Pair[], one: (label: string, value: string | null) => string) =>
  pairs.map(([label, value]) => one(label, value)).join('')

export const QUIRKS: Layout[] = [
  {
    name: 'bijgehouden wijzigingen in labels en teksten',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p([run(`${at + 1}. `), deleted('Oude titel'), inserted(run(goal.title ?? ''))]) +
          lines(goalPairs(goal), (label, value) =>
            p([
              bold(label.slice(0, 3)),
              deleted('xx'),
              inserted(bold(`${label.slice(3)}:`)),
              run(' '),
              deleted('oude tekst. Evaluatie: weg'),
              inserted(run(flat(value))),
            ]),
          ),
        track: (track) =>
          p([run(headOf(track).slice(0, 9)), inserted(run(headOf(track).slice(9)))], { style: 'Kop2' }) +
          p([deleted('Geschrapte alinea: weg')], { mark: `<w:del ${AUTHOR}/>` }) +
          lines(trackPairs(track), (label, value) =>
            p([bold(`${label}:`), run(` ${flat(value)}`), deleted(' en nog iets')]),
          ),
      }),
    }),
  },
  {
    name: 'geschrapte alinea-einden en rijen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          p(goal.title ?? '', { style: 'Kop2' }) +
          lines(
            goalPairs(goal),
            (label, value) => p([bold(`${label}: `)], { mark: `<w:del ${AUTHOR}/>` }) + p(flat(value)),
          ),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          tbl(
            ...trackPairs(track).map(([label, value]) => tr(tc(label), tc(paras(value)))),
            `<w:tr><w:trPr><w:del ${AUTHOR}/></w:trPr>${tc('Evaluatie')}${tc('geschrapt')}</w:tr>`,
          ),
      }),
    }),
  },
  {
    name: 'labels in losse letters, zachte streepjes, harde spaties',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`${at + 1}. ${goal.title}`) +
          lines(goalPairs(goal), (label, value) =>
            p([letters(`${label}:`), run(` ${softened(flat(value))}`)]),
          ),
        track: (track) =>
          boldLine(headOf(track).replaceAll(' ', '\u00a0')) +
          lines(trackPairs(track), (label, value) =>
            p([letters(label.replaceAll(' ', '\u00a0')), run(`: ${softened(flat(value))}`)]),
          ),
      }),
    }),
  },
  {
    name: 'invulvelden, veldcodes, voetnoten en opmerkingen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          p(goal.title ?? '', { style: 'Kop2' }) +
          lines(
            goalPairs(goal),
            (label, value) => boldLine(label) + (value === null ? placeholder : control(paras(value))),
          ),
        track: (track) =>
          p([run(headOf(track)), note], { style: 'Kop2' }) +
          lines(trackPairs(track), (label, value) => p([bold(`${label}: `), field(flat(value)), note])),
      }),
      parts: [
        {
          name: 'word/footnotes.xml',
          data: `<w:footnotes ${NS}><w:footnote w:id="2">${p('Zie het schoolplan.')}</w:footnote></w:footnotes>`,
        },
      ],
    }),
  },
  {
    name: 'streepjes en bolletjes met de hand',
    write: (plan) => ({
      body: framed(plan, {
        principles: (texts) => texts.map((text) => p(`•\t${text}`)).join(''),
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          lines(goalPairs(goal), (label, value) =>
            value?.includes('\n')
              ? p(`${label}:`) +
                value
                  .split('\n')
                  .map((one) => p(`- ${one}`))
                  .join('')
              : p(`${label}: ${flat(value)}`),
          ),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          lines(trackPairs(track), (label, value) =>
            value?.includes('\n')
              ? p(`${label}:`) +
                value
                  .split('\n')
                  .map((one) => p(`• ${one}`))
                  .join('')
              : p(`${label}: ${flat(value) || '…..'}`),
          ),
      }),
    }),
  },
  {
    name: 'genummerde lijsten van Word, namen zonder het woord leraar',
    write: (plan) => ({
      body: framed(plan, {
        section: (text) => p([run(text.toUpperCase(), { b: true, size: 28 })]),
        principles: (texts) => texts.map((text) => p(text, { list: 2 })).join(''),
        goal: (goal) =>
          p(goal.title ?? '', { list: 2 }) + lines(goalPairs(goal), (label, value) => labelled(label, value)),
        track: (track) =>
          boldLine(track.name ?? '') + lines(trackPairs(track), (label, value) => labelled(label, value)),
      }),
    }),
  },
  {
    name: 'naam met groep tussen haken, duo’s, lege velden met stippen',
    write: (plan) => ({
      body: framed(plan, {
        title: (text) =>
          p([run(text, { b: true, size: 40 })]) + p('Schooljaar 26-27') + p('Kindcentrum De Brug'),
        names: { teachers: 'Individuele begeleiding', teams: 'Begeleiding leerteams' },
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          lines(goalPairs(goal), (label, value) => p(`${label}: ${flat(value) || '...........'}`)),
        track: (track, at) =>
          p([
            run(
              `${isTeam(track) ? 'LEERTEAM' : 'LEERKRACHT'} ${track.name}${isTeam(track) ? '' : ` (groep ${at + 1})`}`,
              { b: true, u: true },
            ),
          ]) + lines(trackPairs(track), (label, value) => p(`${label}: ${flat(value) || '____________'}`)),
      }),
      expected: plan,
    }),
  },
  {
    name: 'schooljaar in de koptekst en andere voorvoegsels in de XML',
    write: (plan) => {
      const body = framed(plan, {
        title: (text) => p(text, { style: 'Titel' }),
        goal: (goal, at) =>
          p(`Doel ${at + 1}: ${goal.title}`, { style: 'Kop2' }) +
          lines(goalPairs(goal), (label, value) => labelled(label, value)),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          lines(trackPairs(track), (label, value) => labelled(label, value)),
      })
      const whole =
        docxParts(body)
          .find((part) => part.name === 'word/document.xml')
          ?.data.toString() ?? ''
      return {
        body,
        parts: [
          {
            name: 'word/document.xml',
            data: whole
              .replaceAll('w:', 'ns0:')
              .replace('xmlns:ns0:', 'xmlns:w:')
              .replaceAll('xmlns:w=', 'xmlns:ns0='),
          },
          {
            name: 'word/header1.xml',
            data: `<w:hdr ${NS}>${p('Basisschool De Brug, schooljaar 2026-2027')}</w:hdr>`,
          },
        ],
      }
    },
  },
]
