import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.CoreQuote;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;
import javax.json.JsonObjectBuilder;
import javax.json.JsonValue;

/**
 * CoreNLP's names and dates, or with the argument "quotes" its quotes with their speakers. Reads lines of {"id","text","dct"} and
 * writes for each what the scorers read, with offsets in bytes.
 */
public final class Adapter {
  private final boolean quotes;
  private final StanfordCoreNLP pipeline;

  private Adapter(boolean quotes) {
    this.quotes = quotes;
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner" + (quotes ? ",depparse,coref,quote" : ""));
    settings.setProperty("ner.applyFineGrained", "false");
    settings.setProperty("coref.algorithm", "statistical");
    settings.setProperty("threads", "1");
    pipeline = new StanfordCoreNLP(settings);
  }

  public static void main(String[] args) throws Exception {
    Adapter adapter = new Adapter(args.length > 0 && args[0].equals("quotes"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(adapter.read(Json.createReader(new StringReader(line)).readObject()));
    }
  }

  private JsonObject read(JsonObject article) {
    String text = article.getString("text");
    CoreDocument document = new CoreDocument(text);
    if (article.containsKey("dct") && article.get("dct").getValueType() == JsonValue.ValueType.STRING) {
      document.annotation().set(CoreAnnotations.DocDateAnnotation.class, article.getString("dct"));
    }
    pipeline.annotate(document);
    int[] bytes = byteOffsets(text);
    JsonObjectBuilder record = Json.createObjectBuilder().add("id", article.getString("id"));
    if (quotes) {
      return record.add("quotes", quotesOf(document, bytes)).build();
    }
    return record.add("entities", names(document, bytes)).add("timexes", dates(document, bytes)).build();
  }

  private static JsonArrayBuilder names(CoreDocument document, int[] bytes) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (CoreEntityMention m : document.entityMentions()) {
      if (!m.tokens().get(0).tag().startsWith("PRP")) { // "he" is a mention of a person there, but no name
        list.add(span(m.charOffsets().first, m.charOffsets().second, bytes).add("type", m.entityType()));
      }
    }
    return list;
  }

  private static JsonArrayBuilder dates(CoreDocument document, int[] bytes) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (CoreEntityMention m : document.entityMentions()) {
      Timex timex = m.coreMap().get(TimeAnnotations.TimexAnnotation.class);
      if (timex != null && timex.timexType() != null) {
        String value = timex.value() == null ? "" : timex.value();
        list.add(span(m.charOffsets().first, m.charOffsets().second, bytes).add("type", timex.timexType()).add("value", value));
      }
    }
    return list;
  }

  private static JsonArrayBuilder quotesOf(CoreDocument document, int[] bytes) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    if (document.quotes() == null) {
      return list;
    }
    for (CoreQuote q : document.quotes()) {
      JsonObjectBuilder quote = span(q.quoteCharOffsets().first, q.quoteCharOffsets().second, bytes).add("type", "direct").addNull("cue");
      if (q.hasSpeaker && q.speakerTokens().isPresent()) {
        List<CoreLabel> words = q.speakerTokens().get();
        int start = words.get(0).beginPosition();
        int end = words.get(words.size() - 1).endPosition();
        quote.add("speaker", Json.createArrayBuilder().add(bytes[start]).add(bytes[end]));
      } else {
        quote.addNull("speaker");
      }
      String name = q.hasCanonicalSpeaker ? q.canonicalSpeaker().orElse(null) : q.speaker().orElse(null);
      list.add(name == null ? quote.addNull("speaker_name") : quote.add("speaker_name", name));
    }
    return list;
  }

  private static JsonObjectBuilder span(int start, int end, int[] bytes) {
    return Json.createObjectBuilder().add("start", bytes[start]).add("end", bytes[end]);
  }

  /** The offset in UTF-8 of each char of text, and of its end. */
  private static int[] byteOffsets(String text) {
    int[] at = new int[text.length() + 1];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      at[i] = n;
      char c = text.charAt(i);
      n += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isHighSurrogate(c) ? 4 : Character.isLowSurrogate(c) ? 0 : 3;
    }
    at[text.length()] = n;
    return at;
  }
}
