import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('yes-no', {
  pointer: '/yesNo',
  role: 'radio',
  name: 'Yes',
  group: { role: 'radiogroup', name: /Have you moved/ },
  type: typing('{ArrowDown}'),
  value: false,
});
