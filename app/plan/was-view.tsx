/**
 * What stood in a field when the form was drawn (all values of that name, in order, with a space between). Only what
 * differs from it is changed, so that two people in one card do not undo each other's choices.
 */
export const Was = ({ name, values }: { name: string; values: readonly string[] }) => (
  <input type="hidden" name={`was.${name}`} value={values.join(' ')} data-was={name} />
)
