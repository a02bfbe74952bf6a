import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LONGEST_AGREEMENT } from './peer.ts'
import { errorIn, typedIn } from './peer-frame-view.tsx'
import { peerOneText } from './peer-one-text.ts'
import type { PeerSheet } from './peer-sheet.ts'
import { type Eyes, peersHref } from './peer-words-view.ts'

type Props = { sheet: PeerSheet; eyes: Eyes }

/** Their own agreements, and a few to take over with one tap. */
export function AgreementsPart({ sheet, eyes }: Props) {
  const { group } = sheet
  const text = peerOneText(eyes.language)
  const isOpen = group.closedAt === null
  return (
    <section class="blok leerdeel" aria-labelledby="k-afspraken" id="afspraken">
      <h2 id="k-afspraken">{text.agreements}</h2>
      <p class="zacht">{text.agreementsUnder}</p>
      <ul class="leergroepen kort">
        {group.agreements.map(({ id, text: words }) => (
          <li class="rij">
            <span class="serif">{words}</span>
            {isOpen && (
              <PostButton
                action={peersHref(group)}
                hidden={{ act: 'drop', agreement: id }}
                kind="link"
                about={text.about(words)}
              >
                {text.drop}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {isOpen && <Adding {...{ sheet, eyes }} />}
    </section>
  )
}

function Adding({ sheet: { group, tried }, eyes }: Props) {
  const text = peerOneText(eyes.language)
  const ideas = text.ideas.filter((idea) => !group.agreements.some((one) => one.text === idea))
  return (
    <>
      <Form action={peersHref(group)} id="f-agree" label={text.agreements}>
        <HiddenFields values={{ act: 'agree' }} />
        <Field
          name="agreement"
          label={text.agreement}
          value={typedIn(tried, 'agree', 'agreement')}
          maxlength={LONGEST_AGREEMENT}
          error={errorIn(tried, 'agree', 'agreement', eyes)}
        />
        <Actions>
          <Button kind="quiet">{text.addAgreement}</Button>
        </Actions>
      </Form>
      {ideas.length > 0 && (
        <Fold summary={text.ideasTitle} open={group.agreements.length === 0}>
          <ul class="leergroepen kort">
            {ideas.map((idea) => (
              <li class="rij">
                <span>{idea}</span>
                <PostButton
                  action={peersHref(group)}
                  hidden={{ act: 'agree', agreement: idea }}
                  kind="link"
                  about={text.about(idea)}
                >
                  {text.take}
                </PostButton>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
