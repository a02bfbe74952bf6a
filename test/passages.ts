import { passagesBy } from '../app/home/passage-keepers-desk.ts'
import { NOW } from './cast.ts'

/** Finds the texts of a school by the fixed clock. */
export const findPassage = passagesBy(() => NOW)
