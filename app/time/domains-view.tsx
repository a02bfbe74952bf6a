import type { Language } from '../kernel/language.ts'
import { Fold } from '../ui/details.tsx'
import { Table } from '../ui/table.tsx'
import { type DomainTally, domainsTally, RINGS, type Ring } from './balance.ts'
import { balanceText } from './balance-text.ts'
import type { Counted } from './count.ts'
import { halfHours, hoursWords, tableHours } from './time-text.ts'

/** Where the figure of each part stands in the drawing of the three circles. */
const PLACES: readonly { rings: readonly Ring[]; x: number; y: number; size: 'g' | 'g m' | 'g h' }[] = [
  { rings: ['care'], x: 137, y: 150, size: 'g' },
  { rings: ['learning'], x: 383, y: 150, size: 'g' },
  { rings: ['trends'], x: 260, y: 358, size: 'g' },
  { rings: ['care', 'learning'], x: 260, y: 112, size: 'g m' },
  { rings: ['care', 'trends'], x: 170, y: 254, size: 'g m' },
  { rings: ['learning', 'trends'], x: 350, y: 254, size: 'g m' },
  { rings: ['care', 'learning', 'trends'], x: 260, y: 212, size: 'g h' },
]

type DomainsProps = { counted: readonly Counted[]; language: Language }

/** Three circles: in each its whole, and what lies in more than one drawn where they overlap. */
export function DomainsView({ counted, language }: DomainsProps) {
  const text = balanceText(language).domains
  const tally = domainsTally(counted)
  const overlaps = tally.rings.care + tally.rings.learning + tally.rings.trends > tally.total
  return (
    <section class="tijdblok" aria-labelledby="dm-kop">
      <h2 id="dm-kop">{overlaps ? text.overlap : text.apart}</h2>
      <Circles tally={tally} language={language} />
      <p class="noot">{sentences(tally, language, overlaps)}</p>
      <Fold summary={balanceText(language).table}>
        <RegionTable tally={tally} language={language} />
      </Fold>
    </section>
  )
}

function Circles({ tally, language }: { tally: DomainTally; language: Language }) {
  const text = balanceText(language).domains
  const minutesIn = (rings: readonly Ring[]) =>
    tally.regions.find((region) => region.rings.join() === rings.join())?.minutes ?? 0
  return (
    <svg class="tijdgrafiek domeinen" viewBox="0 0 520 440" role="img" aria-labelledby="vn-t">
      <title id="vn-t">{text.picture}</title>
      <circle class="c-zorg" cx="195" cy="165" r="125" />
      <circle class="c-leren" cx="325" cy="165" r="125" />
      <circle class="c-trends" cx="260" cy="285" r="125" />
      {PLACES.filter(({ rings }) => minutesIn(rings) > 0).map(({ rings, x, y, size }) => (
        <text class={size} x={x} y={y}>
          {halfHours(minutesIn(rings))}
        </text>
      ))}
      <text class="n c1" x="96" y="26">
        {text.ring.care}
      </text>
      <text class="n c2" x="424" y="26">
        {text.ring.learning}
      </text>
      <text class="n c3" x="260" y="434">
        {text.ring.trends}
      </text>
    </svg>
  )
}

function sentences({ rings, regions, total }: DomainTally, language: Language, overlaps: boolean) {
  const text = balanceText(language).domains
  const hours = (minutes: number) => hoursWords(minutes, language)
  const outside = regions.find((region) => region.rings.length === 0)?.minutes ?? 0
  return [
    text.summary(hours(rings.care), hours(rings.learning), hours(rings.trends)),
    overlaps && text.more(hours(total)),
    text.middle,
    outside > 0 && text.outside(hours(outside)),
  ]
    .filter(Boolean)
    .join(' ')
}

function RegionTable({ tally, language }: { tally: DomainTally; language: Language }) {
  const text = balanceText(language).domains
  const name = (rings: readonly Ring[]) => {
    if (rings.length === RINGS.length) return text.all
    if (rings.length === 0) return text.none
    const names = rings.map((ring) => text.ring[ring].toLowerCase())
    return names.length === 1 ? text.only(names[0] ?? '') : text.and(names)
  }
  return (
    <Table
      caption={text.tableOf}
      head={[text.part, text.time]}
      figures={[1]}
      rows={[
        ...tally.regions.map(({ rings, minutes }) => [name(rings), tableHours(minutes, language)]),
        [text.total, tableHours(tally.total, language)],
      ]}
    />
  )
}
