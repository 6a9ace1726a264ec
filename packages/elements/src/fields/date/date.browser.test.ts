import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('date', {
  pointer: '/date',
  role: 'textbox',
  name: 'Day',
  group: { role: 'group', name: /Day of arrival/ },
  type: typing('3{Tab}9{Tab}2026'),
  value: '2026-09-03',
  wrong: { day: '31', month: '2', year: '2026' },
});
