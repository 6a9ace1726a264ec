import type { FieldView } from '@guichet/engine';
import type { FieldKind, Pointer } from '@guichet/procedure';
import { nothing } from 'lit';
import type { Scope } from '../form/scope.js';
import { late } from '../live/late.js';
import { watch } from '../live/watch.js';
import { choice } from './choice/choice.js';
import { country } from './country/country.js';
import { date } from './date/date.js';
import { declaration } from './declaration/declaration.js';
import { email } from './email/email.js';
import { identifier } from './identifier/identifier.js';
import { information } from './information/information.js';
import { longText } from './long-text/long-text.js';
import { manyChoices } from './many-choices/many-choices.js';
import { money } from './money/money.js';
import { month } from './month/month.js';
import { number } from './number/number.js';
import { ofOthers } from './of-others/of-others.js';
import { partialDate } from './partial-date/partial-date.js';
import { phone } from './phone/phone.js';
import { text } from './text/text.js';
import { yesNo } from './yes-no/yes-no.js';

/** A line to read, which few procedures have: it comes with the first of them. */
const line = late(() => import('./computed/computed.js'));

/** Draws one kind of field from what the engine says of it. */
export type FieldTemplate = (scope: Scope, view: FieldView) => unknown;

/** Every kind that a plan may need. */
export const templates: Readonly<Record<FieldKind, FieldTemplate>> = {
  text,
  'long-text': longText,
  number,
  money,
  date,
  'partial-date': partialDate,
  month,
  choice,
  'many-choices': manyChoices,
  'yes-no': yesNo,
  country,
  phone,
  email,
  identifier,
  declaration,
  computed: (scope, view) => line(scope, view.pointer, ({ computed }) => computed(scope, view)),
  information,
};

/** One field, listening to its own pointer: a keystroke elsewhere does not touch it. */
export function field(scope: Scope, pointer: Pointer): unknown {
  return watch(
    scope.hub,
    () => {
      const view = scope.session.field(pointer);
      if (!view.shown) return nothing;
      return view.askedOf === undefined ? templates[view.kind](scope, view) : ofOthers(scope, view);
    },
    pointer,
  );
}
