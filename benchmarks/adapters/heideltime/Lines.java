import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Base64;
import java.util.Date;

/**
 * HeidelTime in one process for many texts. Reads lines "YYYY-MM-DD BASE64" (the day "-" if unknown) and answers each with the TimeML of
 * the text, in base64. The argument is HeidelTime's file of settings.
 */
public final class Lines {
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // what HeidelTime itself prints
    HeidelTimeStandalone news =
        new HeidelTimeStandalone(Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.TREETAGGER);
    HeidelTimeStandalone undated =
        new HeidelTimeStandalone(Language.ENGLISH, DocumentType.NARRATIVES, OutputType.TIMEML, args[0], POSTagger.TREETAGGER);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", 2);
      String text = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      Date day = parts[0].equals("-") ? null : new SimpleDateFormat("yyyy-MM-dd").parse(parts[0]);
      String timeml = day == null ? undated.process(text, new Date(0)) : news.process(text, day);
      out.println(Base64.getEncoder().encodeToString(timeml.getBytes(StandardCharsets.UTF_8)));
      out.flush();
    }
  }
}
