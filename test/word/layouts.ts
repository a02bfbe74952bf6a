import { GRIDS } from './layouts-grids.ts'
import { MIXED } from './layouts-mixed.ts'
import { QUIRKS } from './layouts-quirks.ts'
import { RUNNING } from './layouts-running.ts'
import { SHAPES } from './layouts-shapes.ts'
import { STYLED } from './layouts-styled.ts'
import { TABLES } from './layouts-tables.ts'

/** Every layout in which the tests write plans. */
export const LAYOUTS = [...RUNNING, ...STYLED, ...TABLES, ...GRIDS, ...QUIRKS, ...MIXED, ...SHAPES]
