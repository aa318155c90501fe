"""Function words of French and English: lists, nothing else.

Folded form (no accents, lower case). A word that is a common content word once folded stays out: "ete" (summer), "or"
(gold).
"""

from __future__ import annotations

FRENCH = frozenset(
    """
    a afin ai ainsi alors apres as au aucun aucune auquel aura aurait auront aussi autre autres aux
    auxquelles auxquels avaient avait avant avec avoir avons avez ayant bien c ca car ce ceci cela celle celles celui
    cependant ces cet cette ceux chaque chez ci comme comment combien d dans de deja depuis des desormais
    donc dont du elle elles en encore entre es est et etaient etait etant etes etre eu eux fait faire font fut
    furent grace hors ici il ils j je jusqu jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors
    lorsqu lorsque lui m ma mais malgre me meme memes mes moi moins mon n ne ni nos notamment notre nous on ont ou
    outre par parce parmi pas pendant peu peut peuvent plus plusieurs plutot pour pourquoi pourrait pourtant pres
    puis puisqu puisque qu qua quand quant que quel quelle quelles quelqu quelque quelques quels qui quoi quoiqu
    quoique s sa sans sauf se selon sera serait seront ses si soi soit sommes son sont sous suis sur t ta tandis tant
    te tel telle telles tels tes toi ton toujours tous tout toute toutefois toutes tres trop tu un une vers voici
    voila vos votre vous y
    """.split()
)

ENGLISH = frozenset(
    """
    a about above after again against all also although am among an and any are aren as at be because been before
    being below between both but by can cannot could couldn d did didn do does doesn doing don down during each either
    else ever few for from further get had hadn has hasn have haven having he her here hers herself him himself his
    how however i if in into is isn it its itself just ll m may me might mightn more most much must mustn my myself
    neither no nor not of off on once only onto or other our ours ourselves out over own per rather re s same shall
    shan she should shouldn since so some such t than that the their theirs them themselves then there these they
    this those though through thus to too toward towards under until unto up upon us ve very was wasn we were weren
    what when where whether which while who whom whose why will with within without would wouldn yet you your yours
    yourself yourselves
    """.split()
)

QUESTION_FRENCH = frozenset(
    "combien comment quand quel quelle quelles quels qui quoi pourquoi ou est-ce qu'est-ce lequel laquelle".split()
)
QUESTION_ENGLISH = frozenset(
    "how much many who whom whose what when where which why did does latest news newest headlines".split()
)
