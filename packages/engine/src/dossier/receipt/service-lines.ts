import type { AttestationPart } from '../../ports.js';
import type { ReceiptInput } from './receipt-input.js';
import type { Words } from './words.js';

/** Who holds the dossier and how to reach them: postal and electronic address, telephone. @see CRPA R. 112-11-1 */
export function serviceLines(words: Words, { operator }: ReceiptInput): readonly AttestationPart[] {
  const isAuthority = operator.profile === 'administration';
  return [
    words.heading(isAuthority ? 'label.service' : 'part.preparer'),
    words.line(isAuthority ? 'authority' : 'organisation', operator.authority),
    ...(isAuthority ? [words.line('service', operator.service)] : []),
    words.line('address', operator.postalAddress.join(', ')),
    words.line('email', operator.email),
    words.line('telephone', operator.telephone),
  ];
}

/** The other channels, the data protection contact. Roles and hours of each place come from operator.json. */
export function otherWays(words: Words, { operator }: ReceiptInput): readonly AttestationPart[] {
  const { name, email } = operator.dataProtection;
  const places = operator.places.map((place) =>
    words.labelled(words.say('label.place', { name: place.name }), place.address.join(', ')),
  );
  return [
    words.sentence('sentence.otherWays'),
    ...places,
    words.sentence('sentence.privacy', { name, email }),
  ];
}
