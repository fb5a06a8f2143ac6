using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentVerse.Model.State;

namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// Prints a state as indented JSON for people: names to values, arrays as arrays, groups as objects. A name that comes
/// again within its group gets a number (<c>rows#2</c>). 128-bit integers and numbers that are not finite are texts.
/// </summary>
public sealed class JsonStateWriter : StateCodec
{
    private readonly Utf8JsonWriter _json;
    private readonly Stack<Dictionary<string, int>> _groups = new([[]]);

    private JsonStateWriter(Utf8JsonWriter json)
    {
        _json = json;
    }

    /// <summary>Prints what a state carries.</summary>
    public static string Print(Action<StateCodec> carry)
    {
        ArgumentNullException.ThrowIfNull(carry);
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        carry(new JsonStateWriter(json));
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <inheritdoc/>
    public override void Value<T>(string name, ref T value)
    {
        _json.WritePropertyName(Unique(name));
        Write(value);
    }

    /// <inheritdoc/>
    public override void Array<T>(string name, ref T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _json.WriteStartArray(Unique(name));
        foreach (T value in values)
        {
            Write(value);
        }

        _json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Text(string name, ref string value) => _json.WriteString(Unique(name), value);

    /// <inheritdoc/>
    public override void Open(string name)
    {
        _json.WriteStartObject(Unique(name));
        _groups.Push([]);
    }

    /// <inheritdoc/>
    public override void Close()
    {
        _groups.Pop();
        _json.WriteEndObject();
    }

    private string Unique(string name)
    {
        Dictionary<string, int> names = _groups.Peek();
        int count = names.GetValueOrDefault(name) + 1;
        names[name] = count;
        return count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{count}");
    }

    private void Write(object value)
    {
        switch (value)
        {
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case double number:
                WriteReal(number);
                break;
            case float number:
                WriteReal(number);
                break;
            case ulong number:
                _json.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                _json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case Enum or Int128 or UInt128 or char or decimal or Guid:
                _json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            default:
                WriteFields(value);
                break;
        }
    }

    private void WriteReal(double number)
    {
        if (double.IsFinite(number))
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A struct of the model as an object of its fields.</summary>
    private void WriteFields(object value)
    {
        _json.WriteStartObject();
        foreach (FieldInfo field in value.GetType().GetFields(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            // The compiler calls the field of a property P <P>k__BackingField.
            string name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
            _json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
            Write(field.GetValue(value)!);
        }

        _json.WriteEndObject();
    }
}
