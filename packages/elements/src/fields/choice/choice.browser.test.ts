import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('choice', {
  pointer: '/choice',
  role: 'radio',
  name: 'First',
  group: { role: 'radiogroup', name: /Which permit/ },
  type: typing('{ }{ArrowDown}'),
  value: 'second',
});
