// Whether a result version is still what the sealed sheets make: asked before each act that stands for it, and at /cek.

import { computeFrozen, sameInputs } from '../../domain/result/frozen-inputs.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { FrozenVersion } from '../../store/result.read.ts';
import type { Act } from '../perform.ts';
import { gatherInputs } from './gather-inputs.ts';

/**
 * Refuses what gathering refuses (`seal.broken` among it), `result.digest-broken`, and `result.stale` when the inputs are no longer those that
 * were frozen.
 * @basis RULES 5: sign, certify and publish check the digest of the version again.
 */
export async function checkAgain(act: Pick<Act, 'tx' | 'regionId'>, result: FrozenVersion): Promise<Outcome<true>> {
  const inputs = await gatherInputs(act, result.categoryId, result.inputs.decisions ?? []);
  if (!inputs.ok) return inputs;
  const frozen = checkFrozen(result);
  if (!frozen.ok) return frozen;
  return sameInputs(inputs.value, result.inputs) ? ok(true) : refuse('result.stale');
}

/** Whether numbers, texts and digest are those of the frozen inputs. Refuses `result.digest-broken`. */
export function checkFrozen(result: FrozenVersion): Outcome<true> {
  const again = computeFrozen(result.inputs, sha256Hex);
  const isWhole =
    again.ok &&
    again.value.digest === result.digest &&
    again.value.inputsCanon === result.inputsCanon &&
    again.value.bodyCanon === result.bodyCanon &&
    canonicalJson(result.body) === result.bodyCanon;
  return isWhole ? ok(true) : refuse('result.digest-broken');
}
