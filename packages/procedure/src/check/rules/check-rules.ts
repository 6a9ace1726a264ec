import type { Workspace } from '../../read/workspace.js';
import type { Plan } from '../../types/plan.js';
import { checkAmendment } from './amendment.js';
import { checkAttestation } from './attestation.js';
import { checkBlocks } from './blocks.js';
import { checkSources } from './sources.js';

/**
 * Holds a plan to the rights rules of design.md §5 that can be checked so far; R7 and R9 hold by shape. A guide
 * files nothing: what is owed to a filed dossier does not apply to it (`rulesNotForGuides`).
 */
export function checkRules(workspace: Workspace, plan: Plan): void {
  if (plan.guide !== true) {
    checkAttestation(workspace, plan);
    checkAmendment(workspace, plan);
  }
  checkSources(workspace, plan);
  checkBlocks(workspace, plan);
}
