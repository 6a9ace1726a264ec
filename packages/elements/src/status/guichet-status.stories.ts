import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { GuichetStatus } from './guichet-status.js';
import { Life } from './testing/life.js';

if (!customElements.get('guichet-status')) customElements.define('guichet-status', GuichetStatus);

interface Args {
  /** Name of a life of `testing/life.ts`: told in commands, folded by the engine. */
  readonly life: string;
  readonly lang: string;
}

const meta: Meta<Args> = {
  title: 'elements/status',
  args: { lang: 'fr' },
  argTypes: { lang: { control: 'inline-radio', options: ['fr', 'en', 'ar'] } },
  render: ({ life, lang }) =>
    html`<guichet-status heading-level="1" .connection=${new Life(life, lang)}></guichet-status>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Filed: Story = { args: { life: 'filed' } };
export const FiledLate: Story = { args: { life: 'late' } };
export const FiledIncomplete: Story = { args: { life: 'incomplete' } };
export const UnderExamination: Story = { args: { life: 'examination' } };
export const YourTurnPiecesRequested: Story = { args: { life: 'piecesRequested' } };
export const SilenceReached: Story = { args: { life: 'silence' } };
export const WithdrawalAsked: Story = { args: { life: 'withdrawalPending' } };
export const Withdrawn: Story = { args: { life: 'withdrawn' } };
export const DecidedFavourable: Story = { args: { life: 'favourable' } };
export const DecidedUnfavourable: Story = { args: { life: 'unfavourable' } };
export const PreparedByAThirdParty: Story = { args: { life: 'prepared' } };
export const SentByAThirdParty: Story = { args: { life: 'transmitted' } };
export const RightToLeft: Story = { args: { life: 'examination', lang: 'ar' } };
