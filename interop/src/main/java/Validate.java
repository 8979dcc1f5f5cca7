import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/**
 * Validates R4 resources by HAPI's instance validator, with no network: the definitions come with the
 * artifacts of Maven. Codes of terminologies that do not come with them are warned of, not judged.
 */
final class Validate {
  private Validate() {}

  private record Read(Path file, Resource resource, String text) {}

  /** Says all that is wrong, and how often something is warned of; and whether nothing is wrong. */
  static boolean run(List<Path> files) throws IOException {
    FhirContext context = FhirContext.forR4();
    IParser parser = context.newJsonParser();
    List<Read> all = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      all.add(new Read(file, (Resource) parser.parseResource(text), text));
    }
    FhirValidator validator = validator(context, all);
    Map<String, Integer> resources = new TreeMap<>();
    Map<String, Integer> notes = new TreeMap<>();
    int errors = 0;
    for (Read read : all) {
      resources.merge(read.resource().fhirType(), 1, Integer::sum);
      for (SingleValidationMessage message : validator.validateWithResult(read.text()).getMessages()) {
        String at = message.getLocationString() == null ? "" : " " + message.getLocationString();
        if (message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal()) {
          errors++;
          System.out.println("error " + read.file() + at + ": " + message.getMessage());
        } else {
          String kind = read.resource().fhirType() + " " + message.getSeverity().getCode();
          notes.merge(kind + ": " + general(message.getMessage()), 1, Integer::sum);
        }
      }
    }
    System.out.println(all.size() + " resources: " + resources);
    notes.forEach((note, count) -> System.out.println(count + " x " + note));
    System.out.println(errors + " errors");
    return errors == 0 && !all.isEmpty();
  }

  /** A message without what differs from one resource to the next, so that like ones are counted. */
  private static String general(String message) {
    return message.replaceAll("'[^']*'", "'…'").replaceAll("\\s+", " ");
  }

  /** Our own artifacts are known to it too, so that what refers to them is checked against them. */
  private static FhirValidator validator(FhirContext context, List<Read> all) {
    PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(context);
    for (Read read : all) {
      if (read.resource() instanceof MetadataResource resource) own.addResource(resource);
    }
    UnknownCodeSystemWarningValidationSupport unknown =
        new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    FhirInstanceValidator instance =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                own,
                questionnaires(context, all),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context),
                unknown));
    FhirValidator validator = context.newValidator();
    validator.registerValidatorModule(instance);
    return validator;
  }

  /** Answers are checked against the questions; the support for definitions does not hand those out. */
  private static IValidationSupport questionnaires(FhirContext context, List<Read> all) {
    return new IValidationSupport() {
      @Override
      public FhirContext getFhirContext() {
        return context;
      }

      @Override
      public <T extends IBaseResource> T fetchResource(Class<T> type, String uri) {
        String url = uri.replaceAll("\\|.*", "");
        return all.stream()
            .map(Read::resource)
            .filter(found -> found instanceof Questionnaire one && url.equals(one.getUrl()))
            .filter(type::isInstance)
            .map(type::cast)
            .findFirst()
            .orElse(null);
      }
    };
  }
}
