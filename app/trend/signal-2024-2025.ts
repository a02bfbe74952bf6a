import type { SchoolYear } from '../kernel/school-year.ts'
import type { SignalTable } from './signal-table.ts'

/**
 * The signal values of 2024-2025, per school weighting from (inclusive) to (exclusive), with the mean of the schools of
 * the class.
 */
export const SIGNAL_2024_2025: SignalTable = {
  schoolYear: '2024-2025' as SchoolYear,
  source:
    'Inspectie van het Onderwijs, leerresultaten 2023-2024-2025 (open data), https://www.onderwijsinspectie.nl/trends-en-ontwikkelingen/onderwijsdata/gemiddelde-referentieniveaus-primair-onderwijs',
  rule: 'Regeling leerresultaten PO 2020 (BWBR0043066), bijlage A, tabel 1',
  at1F: 85,
  smallBelow: { pupils: 15, years: 3 },
  national: { pct1F: 96.3, pctTarget: 57.5 },
  classes: [
    { from: 20, until: 21, target: 68.3, schools: { count: 53, pct1F: 98.9, pctTarget: 78.8 } },
    { from: 21, until: 22, target: 65, schools: { count: 80, pct1F: 98.8, pctTarget: 75.1 } },
    { from: 22, until: 23, target: 61.9, schools: { count: 126, pct1F: 98.1, pctTarget: 72.5 } },
    { from: 23, until: 24, target: 58.9, schools: { count: 152, pct1F: 97.8, pctTarget: 68.3 } },
    { from: 24, until: 25, target: 56.2, schools: { count: 208, pct1F: 97.5, pctTarget: 66.8 } },
    { from: 25, until: 26, target: 53.8, schools: { count: 258, pct1F: 97, pctTarget: 64.5 } },
    { from: 26, until: 27, target: 51.8, schools: { count: 388, pct1F: 96.5, pctTarget: 62 } },
    { from: 27, until: 28, target: 50.1, schools: { count: 619, pct1F: 96.8, pctTarget: 61 } },
    { from: 28, until: 29, target: 48.6, schools: { count: 741, pct1F: 96.4, pctTarget: 59.7 } },
    { from: 29, until: 30, target: 47.1, schools: { count: 802, pct1F: 95.9, pctTarget: 57.3 } },
    { from: 30, until: 31, target: 45.5, schools: { count: 709, pct1F: 95.6, pctTarget: 55.9 } },
    { from: 31, until: 32, target: 43.5, schools: { count: 564, pct1F: 95.3, pctTarget: 54.5 } },
    { from: 32, until: 33, target: 41.2, schools: { count: 374, pct1F: 94.7, pctTarget: 51.4 } },
    { from: 33, until: 34, target: 38.7, schools: { count: 288, pct1F: 94.1, pctTarget: 49.5 } },
    { from: 34, until: 35, target: 36.3, schools: { count: 219, pct1F: 93.4, pctTarget: 48 } },
    { from: 35, until: 36, target: 34.3, schools: { count: 202, pct1F: 93.5, pctTarget: 47.5 } },
    { from: 36, until: 37, target: 32.8, schools: { count: 209, pct1F: 92.6, pctTarget: 44.5 } },
    { from: 37, until: 38, target: 32, schools: { count: 137, pct1F: 92.8, pctTarget: 44 } },
    { from: 38, until: 39, target: 31.7, schools: { count: 53, pct1F: 92.6, pctTarget: 42.8 } },
    { from: 39, until: 40, target: 30.3, schools: { count: 9, pct1F: 92.7, pctTarget: 41.1 } },
  ],
}
