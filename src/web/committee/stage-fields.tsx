// The fields of a stage beside its window.

import type { StageKind } from '../../domain/edition/stage.ts';
import type { StageFace } from '../../domain/edition/stage-plan.ts';
import { STAGE_KINDS } from '../../domain/edition/stage-plan.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { stageKindWords, stageTexts } from '../../texts/id/edition-editor.ts';
import { errorOf } from '../answer.tsx';
import type { Form } from '../form.ts';
import { Field } from '../ui/field.tsx';

export interface TypedFace {
  readonly kind: string;
  readonly name: string;
  readonly publicGroup: string;
  readonly graceMinutes: string;
  readonly exitCheck: boolean;
}

export function readFace(form: Form): TypedFace {
  const text = (name: keyof TypedFace) => form.text(name);
  return {
    kind: text('kind'),
    name: text('name'),
    publicGroup: text('publicGroup'),
    graceMinutes: text('graceMinutes'),
    exitCheck: text('exitCheck') === 'ya',
  };
}

/** The face as the act takes it; an unreadable number of minutes is one it refuses. */
export function faceOf(typed: TypedFace): StageFace {
  const minutes = /^\d{1,4}$/.test(typed.graceMinutes.trim()) ? Number(typed.graceMinutes) : -1;
  return { ...typed, kind: typed.kind as StageKind, graceMinutes: minutes };
}

export function faceAsTyped(face: StageFace): TypedFace {
  return { ...face, graceMinutes: String(face.graceMinutes) };
}

interface Props {
  readonly typed: TypedFace;
  readonly refusal: Refusal | null;
  /** Names of points already on the public line. */
  readonly groups: readonly string[];
  /** Kinds that are still free; absent when the kind stays. */
  readonly kinds?: readonly StageKind[];
}

export function StageFields({ typed, refusal, groups, kinds }: Props) {
  return (
    <>
      {kinds !== undefined && (
        <Field
          name="kind"
          kind="select"
          label={stageTexts.kind}
          placeholder={stageTexts.chooseKind}
          value={typed.kind}
          choices={STAGE_KINDS.filter((kind) => kinds.includes(kind)).map((value) => ({ value, label: stageKindWords[value] }))}
          error={errorOf(refusal, 'kind')}
        />
      )}
      <Field name="name" label={stageTexts.name} value={typed.name} maxLength={80} error={errorOf(refusal, 'name')} />
      <Field
        name="publicGroup"
        label={stageTexts.group}
        hint={stageTexts.groupHint}
        list={groups}
        value={typed.publicGroup}
        maxLength={80}
        error={errorOf(refusal, 'publicGroup')}
      />
      <Field
        name="graceMinutes"
        label={stageTexts.grace}
        hint={stageTexts.graceHint}
        inputMode="numeric"
        short
        value={typed.graceMinutes}
        error={errorOf(refusal, 'graceMinutes')}
      />
      <Field name="exitCheck" kind="checkbox" label={stageTexts.exit} value="ya" checked={typed.exitCheck} />
    </>
  );
}
