import { ownListPage } from './own-list-desk.tsx'
import { workFormKeyOf } from './work-form.ts'
import { addWorkForm, offerWorkForm, workFormsOf } from './work-form-store.ts'
import { workFormText } from './work-form-text.ts'

/** /steps/forms: the forms of work that the school chooses from. */
export const workFormsPage = ownListPage({
  path: '/steps/forms',
  here: 'plan',
  back: '/steps',
  text: workFormText,
  keyOf: workFormKeyOf,
  read: workFormsOf,
  add: addWorkForm,
  offer: offerWorkForm,
})
