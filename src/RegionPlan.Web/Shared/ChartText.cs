using System.Globalization;

namespace RegionPlan.Web.Shared;

/// <summary>Numbers as text: Swedish for people, invariant for SVG attributes.</summary>
public static class ChartText
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>A value as Swedes write it, with the real minus sign: −0,3.</summary>
    public static string Number(decimal value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Swedish).Replace('-', '−');

    /// <summary>As <see cref="Number"/> but without decimals that say nothing: 88, not 88,0.</summary>
    public static string Short(decimal value, int decimals) =>
        Number(value, value == decimal.Truncate(value) ? 0 : decimals);

    /// <summary>A value with its unit where the unit is a sign; a longer unit stands by the axis instead.</summary>
    public static string WithSign(decimal value, int decimals, string unit) =>
        unit == "%" ? Short(value, decimals) + "\u00a0%" : Short(value, decimals);

    public static string Svg(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
