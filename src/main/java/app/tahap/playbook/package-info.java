/**
 * Playbooks: what is done by itself when something happens to a deal, by fixed lists of triggers, conditions and actions. See
 * src/docs/decisions/0490-playbooks-run-behind-the-change.md.
 */
@NullMarked
package app.tahap.playbook;

import org.jspecify.annotations.NullMarked;
