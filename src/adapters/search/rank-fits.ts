import type { RankedQuestion } from '../../domain/questions.ts';
import type { Fit } from './question-search.ts';

/** What each figure of a fit adds to its rank. Fitted on the sentences of `test/questions`. */
const inRank = { search: 4.8, covered: 2.9, coveredByText: 0.3, contained: 2.9, pairs: 3.3, isSame: 0.9 };
/** What makes the first one trustworthy. Fitted on the same sentences, each also asked of the content without its answer. */
const inTrust = {
  always: -4,
  covered: 0.8,
  likeness: -0.66,
  contained: 1.17,
  pairs: 0.81,
  share: 5.31,
  lead: -0.26,
  isSame: 0.55,
  coveredAndLike: 0.35,
};
/** A longer lead says no more. */
const longestLead = 3;

/** Best first. The score is the probability that this is the question that was meant. */
export function rankFits(fits: readonly Fit[]): readonly RankedQuestion[] {
  const ranked = fits.map((fit) => ({ fit, rank: rankOf(fit) })).sort((one, other) => other.rank - one.rank);
  const [best, second] = ranked;
  if (best === undefined) return [];
  const shares = ranked.map(({ rank }) => Math.exp(rank - best.rank));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const trust = trustIn(best.fit, 1 / whole, Math.min(longestLead, best.rank - (second?.rank ?? 0)));
  return ranked.map(({ fit }, place) => ({ id: fit.id, score: round(trust * (shares[place] ?? 0)) }));
}

function rankOf(fit: Fit): number {
  return (
    inRank.search * fit.search +
    inRank.covered * fit.covered +
    inRank.coveredByText * fit.coveredByText +
    inRank.contained * fit.contained +
    inRank.pairs * fit.pairs +
    (fit.isSame ? inRank.isSame : 0)
  );
}

function trustIn(fit: Fit, share: number, lead: number): number {
  const sum =
    inTrust.always +
    inTrust.covered * fit.covered +
    inTrust.likeness * fit.likeness +
    inTrust.contained * fit.contained +
    inTrust.pairs * fit.pairs +
    inTrust.share * share +
    inTrust.lead * lead +
    (fit.isSame ? inTrust.isSame : 0) +
    inTrust.coveredAndLike * fit.covered * fit.likeness;
  return 1 / (1 + Math.exp(-sum));
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
