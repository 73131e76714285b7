import { checkAccess } from './access.js';
import { checkBreaking } from './breaking.js';
import { checkComposition } from './composition.js';
import type { CheckContext } from './context.js';
import { checkContracts } from './contract.js';
import { checkConventions } from './conventions.js';
import type { CheckInput, OnStep } from './input.js';
import { checkLimits } from './limits.js';
import { checkAlterations, checkOwnership } from './ownership.js';
import { checkPrivacy } from './privacy.js';
import type { CheckName, CheckReport, Finding } from './report.js';
import { contextsOf } from './together.js';

/**
 * Judges a proposed SDL, with those that change at once with it: each by itself, and the one graph that they make. Pure:
 * the same input gives the same report. What does not parse is judged no further, and what does not compose is not
 * compared with what is served.
 *
 * @param onStep told after each check
 */
export function check(input: CheckInput, onStep: OnStep = () => undefined): CheckReport {
  const all = contextsOf(input);
  const [context] = all;
  const step = stepper(onStep);
  const limits = step('LIMITS', () => part(all.flatMap(checkLimits)));
  if (hasErrors(limits.findings)) return reportOf([limits]);
  const readable = [
    limits,
    step('CONVENTIONS', () => part(all.flatMap(checkConventions))),
    step('PRIVACY', () => part(all.flatMap(checkPrivacy))),
    step('OWNERSHIP', () => part(all.flatMap(checkOwnership))),
    step('COMPOSITION', () => part(checkComposition(context))),
  ];
  if (hasErrors(readable.at(-1)?.findings ?? [])) return reportOf(readable);
  const told = readable.flatMap(({ findings }) => findings);
  return reportOf([...readable, ...compared(all, step, told)], context);
}

/** What one check gives to the report. */
type Part = Partial<CheckReport> & { readonly findings: readonly Finding[] };

type Step = (check: CheckName, run: () => Part) => Part;

function stepper(onStep: OnStep): Step {
  return (check, run) => {
    const start = performance.now();
    const made = run();
    onStep({ check, durationMs: performance.now() - start, findings: made.findings.length });
    return made;
  };
}

function compared(
  all: readonly [CheckContext, ...CheckContext[]],
  step: Step,
  told: readonly Finding[],
): readonly Part[] {
  const [context] = all;
  return [
    step('OWNERSHIP', () => part(all.flatMap((each) => checkAlterations(each, told)))),
    step('CONTRACT', () => {
      const { findings, changes } = checkContracts(context);
      return { findings, contracts: changes };
    }),
    step('ACCESS', () => checkAccess(context)),
    step('BREAKING', () => checkBreaking(context)),
  ];
}

function part(findings: readonly Finding[]): Part {
  return { findings };
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'ERROR');
}

/** Several that are judged at once may say the same of a third. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function reportOf(parts: readonly Part[], context?: CheckContext): CheckReport {
  const findings = distinct(parts.flatMap((each) => each.findings));
  return {
    passed: !hasErrors(findings),
    findings,
    changes: parts.flatMap(({ changes = [] }) => changes),
    contracts: parts.flatMap(({ contracts = [] }) => contracts),
    opened: parts.flatMap(({ opened = [] }) => opened),
    ...(context && { composition: context.composition() }),
  };
}
