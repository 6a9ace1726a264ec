import type { Operator } from '@guichet/procedure';

/** A complete operator for tests. */
export const operator: Operator = {
  profile: 'administration',
  authority: 'Préfecture de Démonstration',
  service: 'Bureau du séjour',
  postalAddress: ['1 place de l’Exemple', '99000 Exempleville'],
  email: 'sejour@prefecture.example',
  telephone: '+33100000000',
  places: [
    {
      roles: ['desk'],
      name: 'Guichet',
      address: ['1 place de l’Exemple'],
      hours: { monday: '09:00-12:00' },
    },
  ],
  timeZone: 'Europe/Paris',
  dataProtection: { name: 'Déléguée à la protection des données', email: 'dpo@prefecture.example' },
  appeals: [
    { to: 'Tribunal administratif', within: 'P2M', how: 'télérecours', source: 'CJA R. 421-1' },
  ],
  origins: ['https://association.example'],
};

/** The same place run by an association. */
export const association: Operator = {
  ...operator,
  profile: 'third-party',
  authority: 'Association d’entraide',
  service: 'Permanence',
  transmitsTo: { authority: 'Préfecture de Démonstration', how: 'post' },
};
