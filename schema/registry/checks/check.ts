import { checkAccess } from './access.js';
import { checkBreaking } from './breaking.js';
import { checkComposition } from './composition.js';
import { CheckContext } from './context.js';
import { checkContracts } from './contract.js';
import { checkConventions } from './conventions.js';
import type { CheckInput, OnStep } from './input.js';
import { checkLimits } from './limits.js';
import { checkAlterations, checkOwnership } from './ownership.js';
import { checkPrivacy } from './privacy.js';
import type { CheckName, CheckReport, Finding } from './report.js';

/**
 * Judges a proposed SDL. Pure: the same input gives the same report. What does not parse is judged no further, and what
 * does not compose is not compared with what is served.
 *
 * @param onStep told after each check
 */
export function check(input: CheckInput, onStep: OnStep = () => undefined): CheckReport {
  const context = new CheckContext(input);
  const step = stepper(onStep);
  const limits = step('LIMITS', () => part(checkLimits(context)));
  if (hasErrors(limits.findings)) return reportOf([limits]);
  const readable = [
    limits,
    step('CONVENTIONS', () => part(checkConventions(context))),
    step('PRIVACY', () => part(checkPrivacy(context))),
    step('OWNERSHIP', () => part(checkOwnership(context))),
    step('COMPOSITION', () => part(checkComposition(context))),
  ];
  if (hasErrors(readable.at(-1)?.findings ?? [])) return reportOf(readable);
  return reportOf(
    [
      ...readable,
      ...compared(
        context,
        step,
        readable.flatMap(({ findings }) => findings),
      ),
    ],
    context,
  );
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

function compared(context: CheckContext, step: Step, told: readonly Finding[]): readonly Part[] {
  return [
    step('OWNERSHIP', () => part(checkAlterations(context, told))),
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

function reportOf(parts: readonly Part[], context?: CheckContext): CheckReport {
  const findings = parts.flatMap((each) => each.findings);
  return {
    passed: !hasErrors(findings),
    findings,
    changes: parts.flatMap(({ changes = [] }) => changes),
    contracts: parts.flatMap(({ contracts = [] }) => contracts),
    opened: parts.flatMap(({ opened = [] }) => opened),
    ...(context && { composition: context.composition() }),
  };
}
