import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { sayWith } from '../status/say-with.js';
import { Life } from '../status/testing/life.js';
import { adoptSheet } from '../styles/adopt-sheet.js';
import { attestationView } from './attestation-view.js';

interface Args {
  /** Name of a life of `status/testing/life.ts`. */
  readonly life: string;
  readonly lang: string;
}

async function drawn({ life, lang }: Args) {
  const lived = new Life(life, lang);
  const attestation = await lived.attestation('a1');
  const receipt = { reference: lived.view().reference, attestation };
  const { dir } = lived.texts;
  return html`<guichet-status>
    <div class="gui-root" lang=${lang} dir=${dir}>
      ${attestationView({ receipt, say: sayWith(lived.texts), prefix: `story-${life}-${lang}` })}
    </div>
  </guichet-status>`;
}

const meta: Meta<Args> = {
  title: 'elements/attestation',
  args: { lang: 'fr' },
  render: (args) => {
    adoptSheet(document.body);
    return html`${until(drawn(args))}`;
  },
};
export default meta;
type Story = StoryObj<Args>;

export const Filing: Story = { args: { life: 'filed' } };
export const FilingLate: Story = { args: { life: 'late' } };
export const Preparation: Story = { args: { life: 'prepared' } };
export const RightToLeft: Story = { args: { life: 'filed', lang: 'ar' } };
