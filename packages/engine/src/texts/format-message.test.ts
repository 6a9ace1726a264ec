import { describe, expect, it } from 'vitest';
import { formatMessage } from './format-message.js';

describe('a text put into a sentence', () => {
  const sentence = ['Il reste à l’envoyer : ', { arg: 'how' }, '.'] as const;

  it('leaves its full stop to the sentence', () => {
    expect(formatMessage(sentence, { how: 'par la poste.' }, 'fr')).toBe(
      'Il reste à l’envoyer : par la poste.',
    );
  });

  it('does so between signs of direction', () => {
    const isolated = ['يبقى إرساله: \u2068', { arg: 'how' }, '\u2069.'] as const;
    expect(formatMessage(isolated, { how: 'par la poste.' }, 'ar')).toBe(
      'يبقى إرساله: \u2068par la poste\u2069.',
    );
  });

  it('keeps its full stop when nothing brings one, and an ellipsis always', () => {
    expect(formatMessage(['Motif : ', { arg: 'why' }], { why: 'Absent.' }, 'fr')).toBe(
      'Motif : Absent.',
    );
    expect(formatMessage(sentence, { how: 'par...' }, 'fr')).toBe('Il reste à l’envoyer : par....');
  });
});
