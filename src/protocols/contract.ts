import {
  type Abi,
  type AbiFunction,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  concat,
  decodeAbiParameters,
  encodeAbiParameters,
  toFunctionSelector,
} from 'viem';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Call, Result } from '../model/reader';

/** A call that knows how to read its answer. */
export interface Question<T> extends Call {
  /** @throws where the call reverted, nothing is deployed at the address, or the answer is not of the exact form */
  read(result: Result | undefined): T;
}

/** The view functions of a contract as typed questions; pure, nothing is sent. No ABI here has two functions of one name. */
export function contractAt<const abi extends Abi>(to: Address, abi: abi) {
  return <name extends ContractFunctionName<abi, 'view' | 'pure'>>(
    functionName: name,
    args: ContractFunctionArgs<abi, 'view' | 'pure', name>,
  ): Question<ContractFunctionReturnType<abi, 'view' | 'pure', name>> =>
    questionOf(to, abi.find((item) => 'name' in item && item.name === functionName) as AbiFunction, args);
}

function questionOf<Answer>(to: Address, fn: AbiFunction, args: unknown): Question<Answer> {
  const question = fn.name;
  return {
    to,
    data: concat([toFunctionSelector(fn), encodeAbiParameters(fn.inputs, args as unknown[])]),
    read(result) {
      if (!result?.ok) throw new Error(t('read.noAnswer', { question }));
      if (result.data === '0x') throw new Error(t('read.noContract', { question }));
      const answers = decodeAbiParameters(fn.outputs, result.data);
      // Only the canonical form is taken: extra words or odd offsets mean that somebody else wrote the answer.
      if (encodeAbiParameters(fn.outputs, answers) !== result.data.toLowerCase()) {
        throw new Error(t('read.unknownForm', { question }));
      }
      return (answers.length === 1 ? answers[0] : answers) as Answer;
    },
  };
}

/** The same where older versions of a contract lack the function: null when it gives no answer. */
export function optional<T>(asked: Question<T>): Question<T | null> {
  return { ...asked, read: (result) => (result?.ok && result.data !== '0x' ? asked.read(result) : null) };
}

/** Null where there is no answer or none of the expected form: for what no figure rests on. */
export function orNull<T>(asked: Question<T>): Question<T | null> {
  return {
    ...asked,
    read(result) {
      try {
        return asked.read(result);
      } catch {
        return null;
      }
    },
  };
}

/** A call that adds interest and returns nothing: that it went through is all it can say. */
export function accrual(asked: Question<unknown>): Question<void> {
  return {
    ...asked,
    read(result) {
      if (!result?.ok) throw new Error(t('read.behind'));
    },
  };
}

/** Questions of one round: `ask` hands out a way to the answer, which is there once `answer` has been given the results. */
export function newRound() {
  const calls: Call[] = [];
  let results: readonly Result[] = [];
  return {
    calls: calls as readonly Call[],
    ask<T>(asked: Question<T>): () => T {
      const place = calls.push({ to: asked.to, data: asked.data }) - 1;
      return () => asked.read(results[place]);
    },
    answer(given: readonly Result[]): void {
      results = given;
    },
  };
}

/** Unicode calls fillers letters and the braille blank a symbol; they show nothing all the same. */
const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A symbol is somebody's free text: without what directs or shows nothing, at most 12 characters. */
export function cleanSymbol(text: string): string {
  const visible = [...text.replace(INVISIBLE, '')].slice(0, 12).join('');
  return visible === '' ? '?' : visible;
}
