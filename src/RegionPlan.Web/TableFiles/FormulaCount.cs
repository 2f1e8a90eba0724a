namespace RegionPlan.Web.TableFiles;

/// <summary>How many cells were formulas, and where the first of them stand.</summary>
internal sealed class FormulaCount
{
    private const int Named = 5;

    private readonly List<string> addresses = [];
    private int count;

    internal void Add(int column, int row)
    {
        if (count++ < Named)
        {
            addresses.Add(CellArea.Address(column, row));
        }
    }

    internal IReadOnlyList<string> Notes() => count switch
    {
        0 => [],
        1 => [$"1 cell är en formel ({addresses[0]}). Det uträknade värdet läses in, inte formeln."],
        _ => [$"{RowIntake.Count(count)} celler är formler ({string.Join(", ", addresses)}{(count > Named ? " …" : "")}). Det uträknade värdet läses in, inte formeln."],
    };
}
